import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { bookingsOfCustomers } from '#db/repositories/bookings.ts';
import { consentsOf } from '#db/repositories/consents.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import {
  type CustomerWithOwner,
  followUpsOf,
  householdOf,
  subscriptionsOfCustomer,
  visitsOf,
} from '#db/repositories/customers.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import { intentsWithLaunch, picksOfIntents } from '#db/repositories/intents.ts';
import { listSubjectRequests, revealsOfCustomer } from '#db/repositories/privacy-registers.ts';
import { theProject } from '#db/repositories/projects.ts';
import { listQuotes } from '#db/repositories/quotes.ts';
import { receiptsOf } from '#db/repositories/subscriptions.ts';
import { referrerOf } from '#db/repositories/visits.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import type { PersonalReportData } from '#shared/documents/personal-report/data.ts';
import { revealReasons } from '#shared/domain/privacy/states.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { launches } from '#shared/i18n/zh-CN/launches.ts';
import { privacy } from '#shared/i18n/zh-CN/privacy.ts';
import { identityKindSchema } from '#shared/kernel/identity-number.ts';
import { dateTimeOf, dayOf } from '#shared/kernel/local-date.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { presentIntents } from '../customers/customer-claims.ts';
import { receiptsOfClaims } from '../customers/customer-money.ts';
import { openIdentity } from '../customers/identity.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { disclosedOnPaper } from './disclosed.ts';
import { fileNumber } from './file-number.ts';
import { openKept } from './kept.ts';
import { retentionOfCustomer } from './retention.ts';

type Client = Parameters<typeof openIdentity>[0];
type Parts = PersonalReportData['parts'];
type Asking = Pick<QueryContext, 'db' | 'setting' | 'today'>;

const words = privacy.report;

function identityRows({ db }: Asking, client: Client, customer: CustomerWithOwner): string[][] {
  const kept = openKept(client, customer) ?? customer;
  const kind = identityKindSchema.safeParse(customer.identityKind);
  const number = openIdentity(client, customer);
  const referrer = referrerOf(db, customer.id);
  return [
    [words.name, kept.name],
    [words.phone, kept.phone ?? ''],
    [words.secondPhone, kept.secondPhone ?? ''],
    [words.document, number === null || !kind.success ? '' : `${labels.identityKinds[kind.data]} ${number}`],
    [words.address, kept.address],
    [words.intent, kept.intent],
    [words.rating, labels.ratings[customer.rating]],
    [words.channel, labels.channels[customer.channel]],
    [words.source, referrer === undefined ? words.ownWord : words.referred],
    [words.since, dateTimeOf(customer.createdAt)],
    [words.owner, customer.ownerName ?? ''],
    [words.household, String(householdOf(db, customer).length)],
  ].map(([name = '', text = '']) => [name, text === '' ? words.nothing : text]);
}

/**
 * Everything that the office holds of one person, part by part, in the words of a paper: what, from where, who saw the
 * numbers, to whom it went, and until when it is kept. Of other people nothing but that there are some.
 */
export function reportParts(context: Asking, client: Client, customer: CustomerWithOwner): Parts {
  const { db, setting } = context;
  const { id } = customer;
  const deals = subscriptionsOfCustomer(db, id);
  const dealIds = deals.map(({ subscription }) => subscription.id);
  const contracts = dealIds.flatMap((deal) => contractsOfSubscription(db, deal));
  const intents = intentsWithLaunch(db, { customerIds: [id] });
  const shown = presentIntents(context, id, intents);
  const claims = [
    ...bookingsOfCustomers(db, [id]).map(({ booking, unit }) => ({ noun: 'bookings' as const, id: booking.id, unit })),
    ...intents.map(({ intent, launch }) => ({ noun: 'intents' as const, id: intent.id, unit: launch.name })),
    ...picksOfIntents(
      db,
      intents.map(({ intent }) => intent.id),
    ).map(({ pick }) => ({ noun: 'launchPicks' as const, id: pick.id, unit: '' })),
  ];
  const receipts = [...receiptsOf(db, dealIds), ...receiptsOfClaims(db, claims)];
  const papers = [
    ...listQuotes(db, { customerIds: [id] }).flatMap(({ quote }) => documentsOf(db, 'quotes', quote.id)),
    ...dealIds.flatMap((deal) => documentsOf(db, 'subscriptions', deal)),
    ...contracts.flatMap((contract) => documentsOf(db, 'contracts', contract.id)),
    ...claims.flatMap((claim) => documentsOf(db, claim.noun, claim.id)),
    ...receipts.flatMap(({ receipt }) => documentsOf(db, 'receipts', receipt.id)),
    ...documentsOf(db, 'customers', id),
  ];
  const retention = retentionOfCustomer(client, id, setting('retentionTerms'));
  const parts: [string, string[], string[][]][] = [
    [words.parts.identity, [words.what, words.content], identityRows(context, client, customer)],
    [
      words.parts.visits,
      [words.at, words.way, words.by, words.note],
      visitsOf(db, id).map(({ at, kind, receivedBy, notes }) => [
        dateTimeOf(at),
        labels.visitKinds[kind],
        receivedBy,
        notes,
      ]),
    ],
    [
      words.parts.followUps,
      [words.at, words.way, words.by, words.note],
      followUpsOf(db, id).map(({ at, method, by, content }) => [
        dateTimeOf(at),
        labels.followUpMethods[method],
        by,
        content,
      ]),
    ],
    [
      words.parts.intents,
      [words.number, words.launch, words.queueNo, words.drawPlace, words.state, words.home],
      shown.map(({ number, launch, queueNo, drawPlace, state, unit }) => [
        number,
        launch,
        String(queueNo),
        drawPlace === null ? '' : String(drawPlace),
        launches.intentStates[state],
        unit ?? '',
      ]),
    ],
    [
      words.parts.deals,
      [words.number, words.home, words.state, words.price, words.signedOn],
      deals.map(({ subscription, unit }) => {
        const contract = contracts.find((one) => one.subscriptionId === subscription.id);
        return [
          [subscription.number, contract?.number].filter((one) => one !== undefined).join(' / '),
          unit,
          labels.subscriptionStates[subscription.state],
          formatYuan(subscription.price),
          contract?.signedOn ?? '',
        ];
      }),
    ],
    [
      words.parts.money,
      [words.number, words.day, words.way, words.amount, words.state],
      receipts.map(({ receipt }) => [
        receipt.number,
        receipt.receivedOn,
        labels.paymentMethods[receipt.method],
        formatYuan(receipt.amount),
        labels.receiptStates[receipt.state],
      ]),
    ],
    [
      words.parts.papers,
      [words.number, words.paper, words.day],
      papers.map(({ number, kind, issuedAt }) => [number, documentKindOf(kind).title, dayOf(issuedAt)]),
    ],
    [
      words.parts.consents,
      [words.purpose, words.way, words.givenOn, words.withdrawnOn],
      consentsOf(db, id).map(({ consent }) => [
        privacy.purposes[consent.purpose],
        privacy.methods[consent.method],
        consent.givenOn,
        consent.withdrawnOn ?? '',
      ]),
    ],
    [
      words.parts.disclosures,
      [words.day, words.recipient, words.basis, words.content, words.purpose],
      disclosedOnPaper(client, id).map(({ on, recipient, basis, content, purpose }) => [
        on,
        recipient,
        basis,
        content,
        purpose === '' ? words.nothing : purpose,
      ]),
    ],
    [
      words.parts.reveals,
      [words.at, words.by, words.reason],
      revealsOfCustomer(client, id).map(({ at, by, reason, words: said }) => {
        const known = revealReasons.find((one) => one === reason);
        return [
          dateTimeOf(at),
          by,
          [known === undefined ? reason : privacy.reasons[known], said ?? ''].filter((one) => one !== '').join('：'),
        ];
      }),
    ],
    [
      words.parts.requests,
      [words.number, words.day, words.what, words.state, words.note],
      listSubjectRequests(db, id).map(({ request }) => [
        request.number,
        request.receivedOn,
        privacy.requestKinds[request.kind],
        privacy.requestStates[request.state],
        request.wish,
      ]),
    ],
    [
      words.parts.retention,
      [words.what, words.content],
      [
        [words.class, privacy.classes[retention.class]],
        [words.until, retention.dueOn ?? words.noEnd],
        [words.papersUntil, retention.papersUntil ?? words.nothing],
      ],
    ],
  ];
  return parts.map(([title, columns, rows]) => ({ title, columns, rows }));
}

/** What the report of a person is printed from. */
export function reportData(context: QueryContext, client: Client, customer: CustomerWithOwner): PersonalReportData {
  const { db, today, actor } = context;
  const project = theProject(db);
  const office = theOffice(db);
  return {
    printedOn: today,
    project: project?.name ?? office?.name ?? '—',
    seller: { name: project?.sellerName ?? office?.companyName ?? '—', phone: office?.companyPhone ?? '' },
    person: { name: openKept(client, customer)?.name ?? customer.name, file: fileNumber(customer.id) },
    parts: reportParts(context, client, customer),
    maker: accountById(db, actor.id)?.name ?? '—',
  };
}
