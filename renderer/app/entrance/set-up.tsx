import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Wizard } from '#renderer/components/wizard.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { isLongEnough } from '#shared/domain/accounts/login.ts';
import { cityPacks } from '#shared/domain/settings/city-packs.ts';
import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

const empty = {
  officeName: '',
  companyName: '',
  creditCode: '',
  representative: '',
  companyAddress: '',
  companyPhone: '',
  projectName: '',
  projectAddress: '',
  cityPack: 'chongqing',
  administratorName: '',
  loginName: '',
  password: '',
  again: '',
};

type Draft = typeof empty;

/** First start of a new office: company and project, then the first administrator, who is logged in at the end. */
export function SetUp({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('entrance');
  const [draft, setDraft] = useState<Draft>(empty);
  const [at, setAt] = useState(0);
  const login = useCommand(act.session.login, { onDone: onOpen });
  const create = useCommand(act.setup.createOffice, {
    onDone: () => void login.send({ loginName: draft.loginName, password: draft.password }),
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const finish = () => {
    const { again: _again, cityPack, ...rest } = draft;
    const pack = cityPacks.find((one) => one === cityPack);
    if (pack !== undefined) void create.send({ ...rest, cityPack: pack });
  };
  const [officeNeeds, personNeeds] = [missingOfOffice(draft), missingOfPerson(draft)];
  const steps = [
    {
      key: 'office',
      label: t('steps.office'),
      ready: officeNeeds === undefined,
      note: officeNeeds && t(`needs.${officeNeeds}`),
      content: <OfficeStep draft={draft} onChange={change} />,
    },
    {
      key: 'administrator',
      label: t('steps.administrator'),
      ready: personNeeds === undefined,
      note: personNeeds && t(`needs.${personNeeds}`),
      content: (
        <div className={styles.stack}>
          <AdministratorStep draft={draft} onChange={change} />
          {create.refusal !== undefined && <RefusalText refusal={create.refusal} />}
        </div>
      ),
    },
  ];
  return (
    <Stage title={t('create')} text={t('createText')} wide>
      <div className={styles.flush}>
        <Wizard
          steps={steps}
          at={at}
          onMove={setAt}
          finishLabel={t('createOffice')}
          onFinish={finish}
          busy={create.pending || login.pending}
        />
      </div>
    </Stage>
  );
}

type Need = 'names' | 'creditCode' | 'person' | 'loginName' | 'password' | 'again';

/** What is still missing before the next step, in words; undefined when nothing is. */
function missingOfOffice({ officeName, companyName, projectName, creditCode }: Draft): Need | undefined {
  if ([officeName, companyName, projectName].some((text) => text.trim() === '')) return 'names';
  return problemOfCode(creditCode) === undefined ? undefined : 'creditCode';
}

/** How a credit code stands: half typed, or whole and still none. */
function problemOfCode(creditCode: string): 'half' | 'wrong' | undefined {
  const { normal, ok } = checkDocumentNumber('businessLicence', creditCode);
  if (normal === '' || ok) return undefined;
  return normal.length < 18 ? 'half' : 'wrong';
}

function missingOfPerson({ administratorName, loginName, password, again }: Draft): Need | undefined {
  if (administratorName.trim() === '') return 'person';
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(loginName)) return 'loginName';
  if (!isLongEnough(password, loginName)) return 'password';
  return password === again ? undefined : 'again';
}

type OfficeLine = keyof Omit<Draft, 'cityPack' | 'administratorName' | 'loginName' | 'password' | 'again'>;

type StepProps = { draft: Draft; onChange: (part: Partial<Draft>) => void };

function OfficeStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation('entrance');
  const text = (name: OfficeLine, required: boolean) => (
    <TextInput
      label={t(name)}
      value={draft[name]}
      required={required}
      maxLength={120}
      error={name === 'creditCode' && problemOfCode(draft.creditCode) === 'wrong' ? t('needs.creditCode') : undefined}
      autoFocus={name === 'officeName'}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.stack}>
      <div className={styles.pair}>
        {text('officeName', true)}
        <Select
          label={t('cityPack')}
          data={cityPacks.map((pack) => ({ value: pack, label: t(`cityPacks.${pack}`) }))}
          value={draft.cityPack}
          allowDeselect={false}
          onChange={(value) => onChange({ cityPack: value ?? 'chongqing' })}
        />
        {text('projectName', true)}
        {text('projectAddress', false)}
      </div>
      {text('companyName', true)}
      <div className={styles.pair}>
        {text('creditCode', false)}
        {text('representative', false)}
        {text('companyAddress', false)}
        {text('companyPhone', false)}
      </div>
      <p className={styles.text}>{t('companyText')}</p>
    </div>
  );
}

function AdministratorStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation('entrance');
  const differs = draft.again !== '' && draft.again !== draft.password;
  return (
    <>
      <TextInput
        label={t('administratorName')}
        value={draft.administratorName}
        required
        autoFocus
        maxLength={60}
        onChange={(event) => onChange({ administratorName: event.currentTarget.value })}
      />
      <TextInput
        label={t('loginName')}
        description={t('loginNameText')}
        value={draft.loginName}
        required
        onChange={(event) => onChange({ loginName: event.currentTarget.value.toLowerCase() })}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordText')}
        value={draft.password}
        required
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('passwordAgain')}
        value={draft.again}
        required
        error={differs ? t('passwordDiffers') : undefined}
        onChange={(event) => onChange({ again: event.currentTarget.value })}
      />
    </>
  );
}
