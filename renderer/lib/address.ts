import { notFound, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';

/**
 * The part of the address after `?` as the screen's state: filters, tab, selected record. Lives in the history, so that
 * Back works. Every field of the schema has a default or is optional; an address that does not fit counts as empty.
 * `change` merges; a field set to undefined leaves the address. `replace` makes no step in the history.
 */
export function useAddressState<Schema extends z.ZodObject>(
  schema: Schema,
): [z.output<Schema>, (part: Partial<z.input<Schema>>, options?: { replace?: boolean }) => void] {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const parsed = schema.safeParse(search);
  const state = parsed.success ? parsed.data : schema.parse({});
  return [
    state,
    (part, options) =>
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, ...part }),
        replace: options?.replace ?? false,
      }),
  ];
}

/** The id of the record in the address, such as `$unitId`. Anything but a whole number is a page that does not exist. */
export function useRecordId(name: string): number {
  const params: unknown = useParams({ strict: false });
  const text: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  if (!isRecordId(text)) throw notFound();
  return Number(text);
}

/** True for a part of an address that can be the number of a record. */
export function isRecordId(text: unknown): text is string {
  return typeof text === 'string' && /^\d{1,15}$/.test(text);
}
