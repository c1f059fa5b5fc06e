import type { AskedKind } from '#shared/domain/changes/asks.ts';
import { type AnyAskForm, askForm } from './ask-form.ts';
import { cancellationForm } from './cancellation.tsx';
import { forfeitureForm } from './forfeiture.tsx';
import { nameChangeForm } from './name-change.tsx';
import { paymentReliefForm } from './payment-relief.tsx';
import { planChangeForm } from './plan-change.tsx';
import { priceChangeForm } from './price-change.tsx';
import { signingExtensionForm } from './signing-extension.tsx';
import { termsChangeForm } from './terms-change.tsx';
import { unitChangeForm } from './unit-change.tsx';

/** The fields of every kind of change that can be asked for, in the order in which they are offered. */
export const askForms: Readonly<Record<AskedKind, AnyAskForm>> = {
  signingExtension: signingExtensionForm,
  planChange: planChangeForm,
  paymentRelief: paymentReliefForm,
  priceChange: priceChangeForm,
  nameChange: nameChangeForm,
  termsChange: askForm<'termsChange'>(termsChangeForm),
  unitChange: askForm<'unitChange'>(unitChangeForm),
  cancellation: askForm<'cancellation'>(cancellationForm),
  forfeiture: askForm<'forfeiture'>(forfeitureForm),
};

/** Kinds of change that can be asked for, in the order in which they are offered. */
export const askedKinds = Object.keys(askForms) as AskedKind[];
