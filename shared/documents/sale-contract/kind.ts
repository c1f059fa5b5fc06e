import type { DocumentKind } from '../kind.ts';
import { type SaleContractData, saleContractDataSchema } from './data.ts';
import { buildSaleContractDefinition, saleContractEdition } from './definition.ts';
import { contradictionsOnContract, expectedOnContract, frameOfContract } from './expected.ts';
import { openBlanksOfContract } from './open-blanks.ts';
import { saleContractSample } from './sample.ts';
import { saleContractVariants } from './sample-forms.ts';

/** The sale contract (商品房买卖合同), printed as the city asks. */
export const saleContract: DocumentKind<SaleContractData, 'a4'> = {
  kind: 'saleContract',
  title: '商品房买卖合同',
  numberPrefix: 'HT',
  templateVersion: saleContractEdition,
  copies: 4,
  duplex: true,
  papers: ['a4'],
  schema: saleContractDataSchema,
  build: buildSaleContractDefinition,
  openBlanks: openBlanksOfContract,
  countsPages: true,
  expected: expectedOnContract,
  frame: frameOfContract,
  contradictions: contradictionsOnContract,
  sample: saleContractSample,
  variants: saleContractVariants,
};
