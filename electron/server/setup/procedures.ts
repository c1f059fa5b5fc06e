import { hasNoAccounts } from '#db/repositories/accounts.ts';
import { projects } from '#db/schema/inventory.ts';
import { accounts, office } from '#db/schema/office.ts';
import type { setup } from '#shared/api/setup.ts';
import { passwordRefusal } from '#shared/domain/accounts/passwords.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { hashSecret } from '../accounts/passwords.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { checkedCreditCode } from './credit-code.ts';

/** Handlers of the first start: there is no default password, the first administrator is made here. */
export const setupHandlers: Handlers<typeof setup> = {
  createOffice: {
    prepare: ({ db }, { loginName, password, officeName, companyName, projectName, administratorName }) => {
      if (!hasNoAccounts(db)) throw new DomainError('SETUP_DONE');
      const words = [officeName, companyName, projectName, administratorName];
      const refusal = passwordRefusal(password, { loginName, words });
      if (refusal !== undefined) throw DomainError.from(refusal);
      return hashSecret(password);
    },
    run: ({ db, tx, now, today, happened }, input, passwordHash) => {
      if (!hasNoAccounts(db)) throw new DomainError('SETUP_DONE');
      tx.insert(office, {
        id: 1,
        name: input.officeName,
        companyName: input.companyName,
        creditCode: checkedCreditCode(input.creditCode),
        companyAddress: input.companyAddress,
        companyPhone: input.companyPhone,
        representative: input.representative,
        cityPack: input.cityPack,
        openedOn: today,
      });
      const project = tx.insert(projects, {
        name: input.projectName,
        address: input.projectAddress,
        sellerName: input.companyName,
      });
      const account = tx.insert(accounts, {
        name: input.administratorName,
        loginName: input.loginName,
        post: 'administrator',
        passwordHash: String(passwordHash),
        createdAt: now,
      });
      happened({ kind: 'officeCreated', noun: 'office', id: 1, data: { cityPack: input.cityPack } });
      return { accountId: account.id, projectId: project.id };
    },
  },
};
