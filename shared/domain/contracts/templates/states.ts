/** States of a version of a contract text (合同文本): edited, with the manager, approved for use from a day, taken out of use. */
export const templateStates = ['draft', 'inApproval', 'approved', 'retired'] as const;
/** State of a version of a contract text. */
export type TemplateState = (typeof templateStates)[number];
