/** The number of a customer's file, as screens and papers write it: KH-00018. */
export function fileNumber(customerId: number): string {
  return `KH-${String(customerId).padStart(5, '0')}`;
}
