import { accountById, theOffice } from '#db/repositories/accounts.ts';
import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import type { ConsentFormData } from '#shared/documents/consent-form/data.ts';
import { printedPurposes } from '#shared/documents/consent-form/purposes.ts';
import { paragraphsOf } from '#shared/domain/privacy/notice-text.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { noticeInForce } from './consents.ts';
import { fileNumber } from './file-number.ts';

/** What the notice and consent form of a customer is printed from: papers are in Chinese. */
export function formData(context: QueryContext, customer: CustomerWithOwner): ConsentFormData {
  const { db, today, actor } = context;
  const project = theProject(db);
  const office = theOffice(db);
  const { edition, body } = noticeInForce(context, 'zh-CN');
  return {
    printedOn: today,
    project: project?.name ?? office?.name ?? '—',
    seller: { name: project?.sellerName ?? office?.companyName ?? '—', phone: office?.companyPhone ?? '' },
    person: { name: customer.name, file: fileNumber(customer.id) },
    edition,
    paragraphs: paragraphsOf(body),
    purposes: printedPurposes,
    consultant: accountById(db, actor.id)?.name ?? '—',
  };
}
