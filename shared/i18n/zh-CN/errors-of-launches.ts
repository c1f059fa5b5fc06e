/** Chinese sentences of the refusals about launch day. */
export const launchErrors = {} as const;
