import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { thisPc } from './office.ts';

/** A printer of this PC. */
export type Printer = {
  readonly name: string;
  readonly title: string;
  readonly isDefault: boolean;
  readonly state: 'ready' | 'busy' | 'stopped';
  readonly trays: readonly string[];
};

/** The printers of this PC, asked when a paper is opened; refused where it has no printing service. */
export function usePrinters(): UseQueryResult<readonly Printer[]> {
  return useQuery({
    queryKey: ['device', 'printers'],
    queryFn: async (): Promise<readonly Printer[]> => (await thisPc()).printers.list({}),
    retry: false,
  });
}
