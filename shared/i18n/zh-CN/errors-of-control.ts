/** Chinese sentences of the refusals about releases and the daily check. */
export const controlErrors = {} as const;
