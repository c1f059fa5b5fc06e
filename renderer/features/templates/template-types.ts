import type { z } from 'zod';
import type { templates } from '#shared/api/templates.ts';

/** A version of a contract text as the office presents it. */
export type TemplateDetail = z.output<typeof templates.detail.output>;
/** A version as the list shows it. */
export type TemplateRow = z.output<typeof templates.list.output>[number]['versions'][number];
/** The forms with their versions. */
export type TemplateForms = z.output<typeof templates.list.output>;
