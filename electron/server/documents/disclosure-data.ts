import { theOffice } from '#db/repositories/accounts.ts';
import { buildingsOf, coverageOf, permitsOf, theProject } from '#db/repositories/projects.ts';
import { nameOnPapers } from '#db/repositories/units.ts';
import type { DisclosureListData } from '#shared/documents/disclosure-list/data.ts';
import { type PermitKind, permitKinds, permitsSale } from '#shared/domain/projects/permits.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { coveredBy } from '../projects/coverage.ts';

/** The certificates in the order in which a development gets them; the pre-sale permit comes last. */
const order: readonly PermitKind[] = [...permitKinds.filter((kind) => kind !== 'preSalePermit'), 'preSalePermit'];

/** What a public disclosure list is printed from. Throws NOT_FOUND for another project than the office's. */
export function disclosureData(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  projectId: number,
): { readonly number: string; readonly data: DisclosureListData } {
  const project = theProject(db);
  if (project?.id !== projectId) throw new DomainError('NOT_FOUND');
  const own = buildingsOf(db, projectId).map(({ building }) => building);
  const coverage = coverageOf(db, projectId);
  const certificates = permitsOf(db, projectId);
  const permits = order.flatMap((kind): DisclosureListData['permits'] => {
    const entered = certificates.filter((permit) => permit.kind === kind);
    const rows = entered.map((permit) => {
      const { covered } = coveredBy(permit, own, coverage);
      const { number, issuedOn, validTo } = permit;
      return { kind, number, issuedOn, validTo, buildings: covered.map((one) => nameOnPapers(db, one)).join('、') };
    });
    // What others have replaced whole is no longer shown; which of the five is missing is said.
    const shown = permitsSale(kind) ? rows.filter(({ buildings }) => buildings !== '') : rows;
    if (permitsSale(kind) && kind !== 'preSalePermit') return shown;
    return shown.length > 0 ? shown : [{ kind, number: '', issuedOn: null, validTo: null, buildings: '' }];
  });
  return {
    number: `GS-${String(projectId).padStart(4, '0')}`,
    data: {
      on: today,
      company: {
        name: project.sellerName,
        project: project.name,
        address: project.address,
        phone: theOffice(db)?.companyPhone ?? '',
      },
      permits,
    },
  };
}
