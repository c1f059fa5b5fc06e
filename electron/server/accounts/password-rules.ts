import type { ReadDb } from '#db/access.ts';
import { theOffice } from '#db/repositories/accounts.ts';
import { projects } from '#db/schema/inventory.ts';
import { passwordRefusal } from '#shared/domain/accounts/passwords.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** Throws PASSWORD_WEAK, PASSWORD_COMMON or PASSWORD_KNOWN_WORDS for a password that is easily guessed in this office. */
export function refuseWeak(
  db: ReadDb,
  password: string,
  { loginName, name }: { readonly loginName: string; readonly name: string },
): void {
  const office = theOffice(db);
  const names = db.select({ name: projects.name }).from(projects).all();
  const words = [name, office?.name ?? '', office?.companyName ?? '', ...names.map((project) => project.name)];
  const refusal = passwordRefusal(password, { loginName, words });
  if (refusal !== undefined) throw DomainError.from(refusal);
}
