import type { templates as templatesApi } from '#shared/api/templates.ts';
import type { SaleContractData } from '#shared/documents/sale-contract/data.ts';
import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import { saleContractVariants } from '#shared/documents/sale-contract/sample-forms.ts';
import { editionName } from '#shared/domain/contracts/templates/edition.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import type { RenderPort } from '../../documents/render-port.ts';
import type { Handlers } from '../../kernel/handlers.ts';
import { templateDetail, templateList } from './present.ts';
import { applyTemplateEvent, copyTemplate, saveTemplate } from './template-events.ts';
import { templateAt, textHash, textOfVersion } from './versions.ts';

/** A deal that never was of each form. */
const samples: Readonly<Record<ContractForm, SaleContractData>> = {
  ...saleContractVariants,
  presaleHome: saleContractSample,
};

/** Handlers of the texts of contracts. */
export function templatesHandlers(render: RenderPort): Handlers<typeof templatesApi> {
  return {
    list: templateList,
    detail: templateDetail,

    preview: async ({ db }, { form, templateId }) => {
      const text = textOfVersion(db, form, templateId);
      const number = templateId === null ? 0 : templateAt(db, templateId).number;
      const edition = editionName(form, number, textHash(text));
      const { draft, maker } = samples[form];
      const { bytes, pages } = await render.render({
        kind: 'saleContract',
        data: { draft: { ...draft, edition }, text, maker },
        number: edition,
        version: 1,
        draft: true,
      });
      return { content: Buffer.from(bytes).toString('base64'), pages };
    },

    copy: copyTemplate,
    save: saveTemplate,

    submit: (context, input) =>
      applyTemplateEvent(context, input, 'submit', {
        kind: 'templateSubmitted',
        patch: { submittedBy: context.actor.id, opinion: '' },
      }),

    withdraw: (context, input) => applyTemplateEvent(context, input, 'withdraw', { kind: 'templateWithdrawn' }),

    sendBack: (context, { opinion, ...input }) =>
      applyTemplateEvent(context, input, 'sendBack', {
        kind: 'templateSentBack',
        patch: { opinion },
        data: { opinion },
      }),

    approve: (context, { activeFrom, ...input }) =>
      applyTemplateEvent(context, input, 'approve', {
        kind: 'templateApproved',
        patch: { approvedBy: context.actor.id, activeFrom },
        activeFrom,
        data: { activeFrom },
      }),

    retire: (context, { reason, ...input }) =>
      applyTemplateEvent(context, input, 'retire', {
        kind: 'templateRetired',
        patch: { retiredOn: context.today },
        data: { reason },
      }),

    drop: (context, { reason, ...input }) =>
      applyTemplateEvent(context, input, 'drop', {
        kind: 'templateDropped',
        patch: { retiredOn: context.today },
        data: { reason },
      }),
  };
}
