/** Chinese sentences of the refusals about changes of deals, their ends and the money that goes back. */
export const changeErrors = {} as const;
