import type { OpenDatabase } from '#db/connection.ts';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { openConsent } from '#db/repositories/consents.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { customersByIds } from '#db/repositories/customers.ts';
import { disclosureRegister, disclosuresOf } from '#db/repositories/disclosures.ts';
import {
  alertsSince,
  keptCustomers,
  listReports,
  listSubjectRequests,
  revealsSince,
  subjectRequestById,
} from '#db/repositories/privacy-registers.ts';
import { disclosures, registeredReports, subjectRequests } from '#db/schema/privacy.ts';
import type { privacy as privacyApi } from '#shared/api/privacy.ts';
import { type ReadingCount, readingWindows } from '#shared/domain/privacy/reading.ts';
import { readingMeasures } from '#shared/domain/privacy/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { nameFor, visibleCustomer } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { anonymiseCustomer, anonymiseRefusal } from './anonymise.ts';
import { presentDisclosure } from './disclosed.ts';
import { eraseEndedPapers } from './erase-papers.ts';
import { fileNumber } from './file-number.ts';
import type { Readings } from './readings.ts';
import { dueCustomers, retentionOfCustomers } from './retention.ts';

/** The list of what is due shows so many at once. */
const DUE_ROWS = 500;
/** How far back alerts and reveals are shown, days, and how many. */
const WATCH_DAYS = 30;
const WATCH_ROWS = 500;
/** The register shows so many at once, the newest. */
const REGISTER_ROWS = 5_000;

/** Handlers of personal data. */
export function privacyHandlers({
  readings,
  database,
  forgetKeys,
}: {
  readonly readings: Readings;
  readonly database: OpenDatabase;
  /** Destroys the keys that nothing uses any more. */
  readonly forgetKeys: () => void;
}): Handlers<typeof privacyApi> {
  const { client } = database;
  return {
    mine: (context) => {
      const limits = context.setting('readingLimits');
      const { counts, above } = readings.countsOf(context);
      return {
        counts: readingWindows.flatMap((window) =>
          readingMeasures.map((measure) => ({
            measure,
            window,
            count: counts[window][measure],
            limit: limits[window][measure],
          })),
        ),
        above,
      };
    },

    watch: ({ db, today }) => {
      const since = addDays(today, 1 - WATCH_DAYS);
      return {
        people: activeAccounts(db).flatMap(({ id, name, post }) => {
          const counts = readings.todayOf(id, today);
          return Object.values(counts).some((one) => one > 0) ? [{ person: { id, name }, post, counts }] : [];
        }),
        alerts: alertsSince(client, since, WATCH_ROWS).map(({ at, person, data }) => ({
          at,
          person,
          ...(JSON.parse(data) as ReadingCount),
        })),
        reveals: revealsSince(client, since, WATCH_ROWS).map((reveal) => ({
          ...reveal,
          file: fileNumber(reveal.customerId),
        })),
      };
    },

    due: ({ db, today, setting }) => {
      const due = dueCustomers(client, setting('retentionTerms'), today);
      const shown = due.slice(0, DUE_ROWS);
      const named = new Map(
        customersByIds(
          db,
          shown.map(({ id }) => id),
        ).map((row) => [row.id, row]),
      );
      return {
        total: due.length,
        rows: shown.map(({ id, lastContactOn, retention }) => ({
          id,
          file: fileNumber(id),
          name: named.get(id)?.name ?? '',
          ...retention,
          lastContactOn,
          restricted: named.get(id)?.restrictedAt !== null,
        })),
      };
    },

    sweep: (context, { customerIds }) => {
      const { db, today, setting, happened, afterCommit } = context;
      const due = new Set(dueCustomers(client, setting('retentionTerms'), today).map(({ id }) => id));
      const gone = customersByIds(
        db,
        customerIds.filter((id) => due.has(id)),
      ).filter((customer) => anonymiseRefusal(context, client, customer) === undefined);
      for (const customer of gone) anonymiseCustomer(context, customer);
      if (gone.length > 0) eraseEndedPapers(context);
      if (gone.length > 0)
        happened({ kind: 'retentionSwept', noun: 'office', id: 1, data: { customers: gone.length } });
      afterCommit(forgetKeys);
      return { anonymised: gone.length };
    },

    kept: ({ db, setting }) => {
      const rows = keptCustomers(db);
      const retained = new Map(
        retentionOfCustomers(
          client,
          rows.map(({ id }) => id),
          setting('retentionTerms'),
        ).map(({ id, retention }) => [id, retention]),
      );
      return rows.map(({ id, restriction, restrictedAt, holdReason }) => {
        const retention = retained.get(id) ?? { class: 'live' as const, dueOn: null, papersUntil: null };
        return { id, file: fileNumber(id), restriction, restrictedAt, holdReason, ...retention };
      });
    },

    requests: ({ db }, { customerId }) =>
      listSubjectRequests(db, customerId).map(({ request, name, takenBy, answeredBy }) => {
        const { id, number, kind, receivedOn, dueOn, wish, state, answer, answeredAt, version } = request;
        const file = fileNumber(request.customerId);
        return {
          ...{ id, number, customerId: request.customerId, file, name, kind, receivedOn, dueOn, wish, state, answer },
          ...{ takenBy, answeredBy, answeredAt, version },
        };
      }),

    takeRequest: (context, { customerId, kind, receivedOn, wish }) => {
      const { tx, actor, today, setting, happened } = context;
      const customer = visibleCustomer(context, customerId);
      if (customer.state === 'anonymised') throw new DomainError('CUSTOMER_ANONYMISED');
      if (receivedOn > today) throw new DomainError('CONSENT_DAY_WRONG');
      const row = tx.insert(subjectRequests, {
        number: nextNumber(tx, 'GR', Number(today.slice(0, 4))),
        customerId: customer.id,
        personKeyId: customer.personKeyId,
        kind,
        receivedOn,
        dueOn: addDays(receivedOn, setting('subjectRequestDays')),
        wish,
        takenBy: actor.id,
      });
      happened({
        kind: 'requestTaken',
        noun: 'subjectRequests',
        id: row.id,
        data: { number: row.number, request: kind },
      });
      return { requestId: row.id, number: row.number, dueOn: row.dueOn };
    },

    answerRequest: ({ db, tx, actor, now, happened }, { requestId, version, state, answer }) => {
      const row = subjectRequestById(db, requestId);
      if (row === undefined) throw new DomainError('NOT_FOUND');
      if (row.state !== 'open') throw new DomainError('REQUEST_ANSWERED');
      tx.update(subjectRequests, row.id, { state, answer, answeredBy: actor.id, answeredAt: now }, version);
      happened({ kind: 'requestAnswered', noun: 'subjectRequests', id: row.id, data: { number: row.number, state } });
      return {};
    },

    disclosures: (context, { customerId }) => {
      visibleCustomer(context, customerId);
      return disclosuresOf(client, customerId).map(presentDisclosure);
    },

    register: (context) => {
      const { total, rows } = disclosureRegister(client, REGISTER_ROWS);
      return {
        total,
        rows: rows.map((row) => ({
          ...presentDisclosure(row),
          customerId: row.customerId,
          file: fileNumber(row.customerId),
          name: nameFor(context, row),
        })),
      };
    },

    disclose: (context, { customerId, kind, recipient, content, purpose, basis, on }) => {
      const { db, tx, actor, now, today, happened } = context;
      const customer = visibleCustomer(context, customerId);
      if (customer.restrictedAt !== null && basis !== 'law') throw new DomainError('CUSTOMER_RESTRICTED');
      if (on > today) throw new DomainError('CONSENT_DAY_WRONG');
      const consent = basis === 'consent' ? openConsent(db, customer.id, 'sharing') : undefined;
      if (basis === 'consent' && (consent === undefined || consent.givenOn > on))
        throw new DomainError('CONSENT_MISSING');
      if (customer.state === 'anonymised') throw new DomainError('CUSTOMER_ANONYMISED');
      const row = tx.insert(disclosures, {
        customerId: customer.id,
        recipientKind: kind,
        recipient,
        content,
        purpose,
        basis,
        consentId: consent?.id ?? null,
        givenOn: on,
        recordedBy: actor.id,
        recordedAt: now,
      });
      happened({
        kind: 'disclosed',
        noun: 'customers',
        id: customer.id,
        data: { disclosure: row.id, recipient: kind, basis },
      });
      return {};
    },

    reports: ({ db }) =>
      listReports(db).map(({ report: { id, list, name, recipient, purpose, active, registeredAt, version }, by }) => ({
        ...{ id, list, name, recipient, purpose, active, by, at: registeredAt, version },
      })),

    registerReport: ({ tx, actor, now, happened }, { list, name, recipient, purpose }) => {
      const values = { list, name, recipient, purpose, registeredBy: actor.id, registeredAt: now };
      const row = tx.insert(registeredReports, values);
      happened({ kind: 'reportRegistered', noun: 'registeredReports', id: row.id, data: { list } });
      return { reportId: row.id };
    },

    dropReport: ({ tx, happened }, { reportId, version }) => {
      tx.update(registeredReports, reportId, { active: false }, version);
      happened({ kind: 'reportDropped', noun: 'registeredReports', id: reportId });
      return {};
    },
  };
}
