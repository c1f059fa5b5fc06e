/** Chinese sentences of the refusals about house types, areas, generated homes and attached files. */
export const inventoryErrors = {} as const;
