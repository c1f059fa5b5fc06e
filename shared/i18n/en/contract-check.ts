import type { Translation } from '../translation.ts';
import type { contractCheck as original } from '../zh-CN/contract-check.ts';

/** Sentences of the contract check: what is wrong and what to do. */
export const contractCheck = {
  ofField: '{{field}}: {{sentence}}',
  title: 'Contract check',
  levels: { block: 'To be settled', warn: 'To be noted' },
  places: { buyer: 'Buyers', unit: 'Unit', project: 'Project', receipts: 'Money', papers: 'Text and papers' },
  problems: {
    fieldOpen: 'This field is still open. Fill it in or strike it.',
    capitalsDiffer: 'The capitals {{capitals}} on paper are not those of {{figures}}. Make the contract again.',
    areasDiffer:
      'Inner and shared area add up to {{sumArea}}, the built area is {{builtArea}}. Check the survey’s figures.',
    innerAboveBuilt: 'The inner area {{innerArea}} exceeds the built area {{builtArea}}. Check the survey’s figures.',
    sharedAreaLarge: 'The shared area is {{ratePpm}} of the built one, more than is usual. Check the survey’s figures.',
    priceNotUnitTimesArea:
      'Unit price times area is {{reckonedFen}}, the total is {{totalFen}}. Check the basis of the price and the area.',
    floorsDiffer: 'Floors above and below ground do not add up to the floors in all. Correct them.',
    floorOutside: 'The building has no floor {{floor}}. Check the floors.',
    balconiesDiffer: 'Enclosed and open balconies do not add up to the balconies. Correct them.',
    storeyHeightUnusual: 'The storey height is not between 2.2 m and 6 m. Check it.',
    paymentsNotPrice: 'The payments add up to {{linesFen}}, the price is {{priceFen}}. Change the plan to match.',
    paymentsNotInOrder: 'The payments are not in the order of their due days. Change the order or the days.',
    firstPercentDiffers: 'The first payment is {{ratePpm}} of the total. Correct the percentage or the amount.',
    loanNotRest: 'The loan should be the total less the first payment: {{restFen}}. Correct one of them.',
    depositTwice: 'The plan has two deposits. Keep only one.',
    depositTooHigh:
      'The deposit is above a fifth of the total, at most {{highestFen}}. Lower it (Civil Code, art. 586).',
    depositNotReceived: '{{missingFen}} of the deposit have not come in. Collect them before signing.',
    priceOutsideBand: 'The total lies outside the band of the filed price. Check the price or have it filed anew.',
    buildUpDiffers: 'The price build-up ends in {{builtUpFen}}, not in the total. Check the discounts.',
    loanIncomplete: 'A loan needs its lender and its kind, as the plan has them. Complete them.',
    loanWithoutLoan: 'The way to pay is not a loan, yet the plan has one. Correct one of them.',
    downPaymentLow: 'The first payment is below the least allowed, {{lowestFen}}. Raise it or lower the loan.',
    loanHigh: 'The loan is above the ceiling of {{highestFen}}. Confirm it with the lender.',
    accountIncomplete: 'Bank, name or number of the supervised account is missing. Enter it at the project.',
    accountDiffers: 'The supervised account is not the one of the project. Follow the project’s.',
    otherAccount: 'Another account number stands here, but all money goes to the supervised account. Remove it.',
    payeeNotSeller:
      'The receiving account is not in the name of the seller, {{name}}, to whom alone the price goes. Correct it.',
    permitMissing:
      'The pre-sale permit does not cover this building, so nothing may be signed. Record the permit at the project.',
    unitNotCovered: 'The registry table shows this unit under no permit. Check the permit and the unit first.',
    permitLate: 'The pre-sale permit is of {{issuedOn}}, after the subscription. Check both.',
    permitExpired: 'The pre-sale permit expired on {{expiredOn}}. Have it extended first.',
    permitNumberDiffers: 'Article 2 does not name the permit on record, {{number}}. Correct it.',
    otherPermit: 'The pre-sale permit named here is not the one on record, {{number}}. Correct it.',
    formChanged:
      'The paper by which this building is sold or the use of the unit has changed: this form of contract no longer fits. Drop the contract and draft it anew.',
    saleBasisMissing:
      'Neither the filing of completion nor the first title of the building is entered, so nothing is signed. Record it at the project.',
    saleBasisLate: 'The paper of the sale dates from {{issuedOn}}, after the signing. Check the days.',
    saleBasisDiffers:
      'The contract gives another number for the paper of the sale than the record, {{number}}. Correct it.',
    unitNotHeld: 'The home is not in the hands of this deal. Check its state first.',
    unitSeized: 'The home is seized and cannot be signed. Wait until the seizure is lifted.',
    unitHasContract: 'The home has another live contract, {{number}}. Settle that one first.',
    mortgageNotTold: 'A mortgage is on record, yet the contract says there is none. Say that it is mortgaged.',
    mortgageNotRecorded: 'Article 4 says mortgaged, yet no mortgage is on record. Check it.',
    mortgageRowsMissing: 'The annex on mortgages does not say which. Complete it.',
    lenderConsentMissing: 'The lender’s consent is not on record or has lapsed. Obtain it before signing.',
    mortgageNotDischarged: 'This city asks for the discharge before signing. Have the mortgage discharged first.',
    signingBeforeSubscription: 'The day to sign is before the subscription. Correct the day.',
    signingDayOver: 'The last day for signing, {{signOn}}, is over. Extend it at the subscription first.',
    firstDueBeforeSigning: 'The first payment is due before the day of signing, {{signOn}}. Correct its day.',
    lastDueBeforeFirst: 'The last instalment is due before the first. Correct the days.',
    deliveryNotAfterSigning: 'Delivery is not after the day of signing, {{signOn}}. Correct the delivery.',
    deliveryAfterLandEnd: 'Delivery is after the end of the land right. Check both days.',
    paymentAfterDelivery: 'The last payment is due on {{lastOn}}, after delivery. Check the plan.',
    leasePeriodWrong: 'The lease ends before it begins, or before the signing on {{signOn}}. Check it.',
    landEndsSoon: 'Less than thirty years of the land right are left for a dwelling. Tell the buyer.',
    useNotOfLand: 'The use of the home does not belong to that of the land. Check both.',
    paymentBandsDiffer: 'The two numbers of days of late payment differ. Make them equal.',
    deliveryBandsDiffer: 'The two numbers of days of late delivery differ. Make them equal.',
    deliveryBandLonger:
      'Late delivery has more days than late payment ({{days}}), which is unfair to the buyer. Shorten it.',
    sellerRateLower: 'The seller’s penalty rate is below the buyer’s. Raise it at least to the buyer’s.',
    laterRateLower: 'The later penalty rate is below the first one. Raise it at least to the first.',
    interestLow: 'The interest is below the reference rate of {{lowestPpm}}. Raise it.',
    noticeShort: 'Notice of delivery is less than {{days}} days. Give at least {{days}} days.',
    filingLong: 'Filing takes more than {{days}} days. Shorten it.',
    certificateLong: 'The certificate takes more than the {{days}} days of the law. Tell the buyer.',
    areaRuleNotOfBasis: 'The rule for differences of area is not that of the price. Choose the matching one.',
    dimensionsMissing: 'A price per unit needs dimensions and their tolerance. Enter them in the annex of plans.',
    warrantyShort:
      '{{count}} terms of warranty are missing or below the least of the law. Complete the annex on warranty.',
    warrantyTermsMissing: 'The unit is no dwelling, so its annex must say what the warranty covers. Complete it.',
    facilityNotAsOffered: 'Heating or gas is not promised as the project offers it. Check the article on facilities.',
    facilityBeforeSigning: 'A facility is promised for a day before the signing, {{signOn}}. Check it.',
    facilityWithoutDay: 'A facility is promised without a day. Enter the day.',
    facilityAfterPlanning:
      'A facility is promised later than the filed planning has it, {{dueOn}}. Check the article on facilities.',
    managementPapersMissing:
      'The early-stage management contract or the temporary rules are not attached. Attach them in full.',
    managementPeriodWrong:
      'The period of management is wrong: it begins by the delivery and ends after it began. Correct it.',
    managementNotRecorded:
      'No early-stage management is recorded in the settings, so that article cannot be compared. Record it there.',
    managementDiffers: 'Article 21 differs from the recorded early-stage management contract. Follow the record.',
    arbitrationBodyMissing: 'Arbitration is chosen without a commission. Name it or choose the court.',
    courtAndArbitration: 'The court is chosen and a commission named as well. Keep only one.',
    buyerTwice: 'The document number of {{name}} stands there twice. Check the buyers.',
    buyerNumberWrong: 'The document number of {{name}} is not right. Correct it from the document.',
    buyerAddressMissing: '{{name}} lacks an address or a phone, so nothing can be served. Complete it.',
    minorWithoutAgent: '{{name}} is under eighteen and signs by a statutory agent. Enter the agent.',
    agentRelationMissing:
      'The statutory agent of {{name}} is named without the relation. Complete it and check its proof.',
    companyWithoutRepresentative: '{{name}} is a company and needs its legal representative. Enter the name.',
    sharesDiffer: 'The shares add up to {{ratePpm}} instead of 100%. Correct them.',
    ownershipNotOfBuyers: 'The kind of ownership does not fit the number of buyers. Choose again.',
    buyerIsSeller: '{{name}} is the seller as well. Check the parties.',
    eligibilityMissing: 'No eligibility certificate of {{name}} is recorded. Have the check done and enter it.',
    eligibilityDiffers:
      'The certificate of {{name}} has another name or number than the contract. Check the certificate.',
    eligibilityExpired: 'The eligibility certificate of {{name}} ran out on {{expiredOn}}. Have the check done again.',
    powerNarrow:
      'The power of attorney of {{name}} for {{agent}} does not cover signing. Check it and say what it covers.',
    powerExpired: 'The power of attorney of {{name}} for {{agent}} ended on {{expiredOn}}. Renew it.',
    holdersMissing: 'Seller and buyer each keep at least one original. Correct the numbers.',
    pagesDiffer: 'The contract says {{said}} pages and has {{pages}}. Make it again.',
    drawingsMissing: 'The floor plan or the site plan is not attached. Attach the drawings.',
    guaranteeMissing: 'A guarantor is named, yet its annex is empty. Add the guarantee.',
    eligibilityNotAttached: 'Purchases are limited here, yet the certificates are not bound in. Add them.',
    tenantWaiverMissing:
      'The home is let, yet the annex on the tenant’s right to buy first is not complete. Enter notice, answer and paper of each tenant.',
    tenantAnswerOpen:
      'The tenant has not answered and has {{days}} days from the notice. Wait until they are over, or have the waiver in writing.',
    sharedPartsDiffer:
      'The shared parts of the annex add up to {{sumArea}}, the shared area is {{sharedArea}}. Check the survey’s figures.',
    placeholderLeft: '“{{words}}” still waits to be filled in. Say it or remove it.',
    referenceLost: '{{words}}, referred to on paper, does not exist. Correct the words.',
    clauseVoid: '“{{words}}” would be void: it frees the seller or takes the buyer’s rights. Change it.',
    clauseWeak: '“{{words}}” invites disputes. Reword it or ask the lawyer.',
    templateNotActive: 'The wording of the contract has not been approved. Ask the manager to approve it first.',
    fitOutMissing: 'Fit-out is charged for, yet its annex is empty. Describe it.',
    fitOutIncomplete: 'The annex on fit-out lacks living rooms, kitchen, bathroom, windows or doors. Complete it.',
    maintenanceFundOpen: 'This city asks for the maintenance fund before signing. Make sure that it is paid.',
    weightyTermsNotShown:
      'The buyers were not told of the weighty terms, or these changed since. Explain them and have that signed before the final print.',
    replacedNotNamed: 'The earlier contract of this home, {{number}}, was cancelled. Name it in the new one.',
    replacedNotCancelled: 'The earlier contract {{number}} was cancelled on {{cancelledOn}}. Correct the day.',
  },
} as const satisfies Translation<typeof original>;
