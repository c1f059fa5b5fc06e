import { formatYuan } from '#shared/kernel/money.ts';
import { cityText, moneyOf, type Numbers } from './agreed.ts';
import { correctedFee, correctedSurveyor, homeTerms } from './contract-terms.ts';
import {
  attachCityContract,
  clearCheck,
  correctDefect,
  draftContract,
  enterCityNumber,
  explainTerms,
  openContract,
  passContract,
  sealContract,
  sendBackContract,
  signByBuyers,
  submitContract,
} from './contracts.ts';
import { openSubscription, takeFirstPayment } from './deals.ts';
import { backToRecord, issuePaper } from './papers.ts';
import { printAndCompare, type Selling } from './printed-papers.ts';
import { seeCaseOf } from './warrants.ts';

/** Articles of the management fee and of the survey, in which two reviewers find something wrong. */
const MANAGEMENT = 21;
const SURVEY = 3;

/**
 * From the subscription to the signed contract: drafted and checked by the consultant, returned twice and corrected,
 * passed by three people, printed, the first payment taken, signed in order, on the warrants desk, filed with the city,
 * whose own contract is attached.
 * Answers the number of the contract.
 */
export async function signHome(selling: Selling, deal: Pick<Numbers, 'subscription'>): Promise<string> {
  const contract = await reviewContract(selling, deal.subscription);
  const { stage, sale } = selling;
  const { enter, scene } = stage;
  const numbers = { ...deal, contract };
  await enter('backOffice');
  await openContract(stage, contract);
  await explainTerms(stage);
  await issuePaper(stage, 'netSigningSheet');
  await scene('net-signing-sheet');
  await printAndCompare(selling, 'netSigningSheet', numbers);
  await backToRecord(stage, 'contracts');
  await issuePaper(stage, 'saleContract');
  await scene('contract-paper');
  await printAndCompare(selling, 'saleContract', numbers);
  await openSubscription(stage, deal.subscription);
  await takeFirstPayment(stage, sale.references.firstPayment);
  await printAndCompare(selling, 'firstPaymentReceipt', numbers);
  await openContract(stage, contract);
  await signByBuyers(
    stage,
    sale.purchase.buyers.map(({ name }) => name),
  );
  await sealContract(stage);
  await scene('contract-signed');

  await enter('warrantOfficer');
  await seeCaseOf(stage, 'filing', sale.unit);
  await scene('warrants');
  await openContract(stage, contract);
  const { price } = moneyOf(sale);
  await enterCityNumber(stage, { number: sale.cityNumber, price, builtArea: sale.builtArea });
  await scene('city-number');
  await attachCityContract(stage, cityText(sale, price));
  await scene('contract-filed');
  return contract;
}

/**
 * Drafts, checks and submits; the back office finds a fault, which is corrected; then the next level finds another, and the
 * review begins anew until every level passes it.
 */
async function reviewContract({ stage }: Selling, subscription: string): Promise<string> {
  const { enter, scene } = stage;
  await enter('consultant');
  await openSubscription(stage, subscription);
  const contract = await draftContract(stage);
  await clearCheck(stage, homeTerms);
  await submitContract(stage);
  await scene('contract-submitted');

  await enter('backOffice');
  await openContract(stage, contract);
  await sendBackContract(stage, `物业费应为每月每平方米 ${formatYuan(correctedFee)} 元，见前期物业服务合同。`);

  await enter('consultant');
  await openContract(stage, contract);
  await scene('contract-returned');
  await correctDefect(stage, MANAGEMENT, { managementFee: correctedFee });
  await scene('contract-corrected');
  await submitContract(stage);
  await enter('backOffice');
  await openContract(stage, contract);
  await passContract(stage);
  await enter('supervisor');
  await openContract(stage, contract);
  await sendBackContract(stage, `测绘单位应为${correctedSurveyor}，见预测面积报告。`);

  await enter('consultant');
  await openContract(stage, contract);
  await correctDefect(stage, SURVEY, { surveyor: correctedSurveyor });
  await submitContract(stage);
  for (const post of ['backOffice', 'supervisor', 'manager'] as const) {
    await enter(post);
    await openContract(stage, contract);
    await passContract(stage);
  }
  await scene('contract-approved');
  return contract;
}
