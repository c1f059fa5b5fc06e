import type { DocumentKind } from '../kind.ts';
import { type ChangeFormData, changeFormDataSchema } from './data.ts';
import { buildChangeFormDefinition, changeFormEdition } from './definition.ts';
import { expectedOnChange, frameOfChange } from './expected.ts';
import { changeFormSample } from './sample.ts';

/** 变更审批表: how a change that is asked for goes on paper to whoever signs it. */
export const changeForm: DocumentKind<ChangeFormData, 'a4'> = {
  kind: 'changeForm',
  title: '变更审批表',
  numberPrefix: 'BG',
  templateVersion: changeFormEdition,
  copies: 2,
  papers: ['a4'],
  schema: changeFormDataSchema,
  build: buildChangeFormDefinition,
  openBlanks: () => [],
  expected: expectedOnChange,
  frame: frameOfChange,
  follows: true,
  sample: changeFormSample,
};
