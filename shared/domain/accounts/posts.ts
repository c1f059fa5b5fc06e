/** The posts of a sales office (岗位), in the order of the organisation; roles beside the posts come last. */
export const posts = [
  'consultant',
  'backOffice',
  'supervisor',
  'manager',
  'director',
  'warrantOfficer',
  'warrantSupervisor',
  'planner',
  'planningManager',
  'finance',
  'administrator',
  'auditor',
  'compliance',
  'kiosk',
] as const;

/** A post: decides what a person may do; one person holds one post. */
export type Post = (typeof posts)[number];

/** States of an account (账号状态). A disabled account loses its sessions at once. */
export const accountStates = ['active', 'disabled'] as const;

/** State of an account. */
export type AccountState = (typeof accountStates)[number];

/** Languages of the screens; papers are in Chinese. */
export const languages = ['zh-CN', 'en'] as const;

/** Language of the screens. */
export type Language = (typeof languages)[number];
