import type { ReactNode } from 'react';

/** Rows of a change that belong together, under their heading. */
export function Rows({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <tbody>
      {title !== undefined && (
        <tr data-heading>
          <th scope="rowgroup" colSpan={4}>
            {title}
          </th>
        </tr>
      )}
      {children}
    </tbody>
  );
}
