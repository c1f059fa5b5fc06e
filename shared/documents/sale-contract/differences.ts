import type { ContractAnnexes } from '#shared/domain/contracts/annexes.ts';
import type { FindingPlace, Problem } from '#shared/domain/contracts/preflight/findings.ts';
import { type ReadPage, readBackFindings } from '#shared/domain/contracts/preflight/read-back.ts';
import { contractAnnexes } from '#shared/i18n/zh-CN/contract-annexes.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import type { SaleContractData } from './data.ts';
import { saleContractEdition } from './definition.ts';
import { expectedOnContract } from './expected.ts';
import { contractTitle } from './front.ts';

/**
 * Where the finished contract does not say what its data say, by the names that stand on it, each once. It tells nothing
 * of the words themselves: they may be of a person, and the names are kept.
 */
export function differencesOnContract(
  { draft }: SaleContractData,
  number: string,
  pages: readonly ReadPage[],
): readonly string[] {
  const findings = readBackFindings(bodiesOfContract(pages), expectedOnContract(draft, number));
  return [...new Set(findings.map(({ problem, place }) => onPaper[problem] ?? nameOf(place)))];
}

/**
 * The pages without seam seal, head and foot, as one reads on from page to page: a clause that goes over a page is whole again.
 */
export function bodiesOfContract(pages: readonly ReadPage[]): ReadPage[] {
  return pages.map(({ page, bare }) => {
    // pdfmake sets head and foot of a page after all else that stands on it.
    const frame = bare.lastIndexOf(`${contractTitle}本公司文本${saleContractEdition}`);
    return { page, bare: (frame < 0 ? bare : bare.slice(0, frame)).replace(/^骑缝章/u, '') };
  });
}

/** What is wrong with the paper as a whole. */
const onPaper: Partial<Record<Problem, string>> = {
  capitalsDiffer: '金额大写',
  pagesDiffer: '页数',
  referenceLost: '条款序号',
};

/** Annexes of which something must stand on the paper. */
const annexNames: Partial<Record<keyof ContractAnnexes, string>> = {
  payments: contractAnnexes.names.payments,
  mortgages: contractAnnexes.names.mortgages,
  ownTerms: contractAnnexes.names.ownTerms,
};

function nameOf(place: FindingPlace): string {
  switch (place.at) {
    case 'field':
      return contractForm.fields[place.field];
    case 'buyer':
      return `买受人${place.index + 1}`;
    case 'annex':
      return annexNames[place.table] ?? '附件';
    case 'seller':
      return '出卖人';
    default:
      return '合同编号';
  }
}
