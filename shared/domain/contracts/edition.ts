/** Edition of the office's own wording of the contract (本公司文本); part of what is reviewed. */
export const contractEdition = 'YS-1';
