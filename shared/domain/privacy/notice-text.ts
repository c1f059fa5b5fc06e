import type { Language } from '../accounts/posts.ts';

/** What the office tells people about their data until it has written its own text: edition 0, paragraph by paragraph. */
export const firstNotice: Readonly<Record<Language, string>> = {
  'zh-CN': [
    '一、我们收集什么。您来访、来电或者认购时，我们登记您的姓名、电话、需求和接待经过；认购、签约和办理权证时，登记证件信息、地址、家庭成员和购房资格材料、付款和贷款信息。只收集办理当前事项所需的内容，不提供不影响您参观看房。',
    '二、用来做什么。用于接待和答复、跟进看房意向、签订和履行认购书与买卖合同、办理网签备案、按揭、登记和交付，以及法律要求的实名核验、反洗钱和会计档案。营销信息只在您同意后发送。',
    '三、交给谁。为办理您委托的事项，向贷款银行、公积金中心、房地产交易和登记机构、税务机关提供必要内容；向其他人提供的，另行取得您的单独同意。每次提供都有登记，您可以查询。',
    '四、保存多久。没有成交的来访登记保存 12 个月、客户资料 24 个月，退房的认购 3 年，合同和身份资料自关系结束起 10 年，收付款凭证 30 年。期满后删除或者作匿名化处理。资料保存在本案场的加密数据库中。',
    '五、您的权利。您可以查阅、复制、更正、删除您的信息，可以随时撤回同意；撤回不影响此前已经进行的处理，也不影响法律要求的保存。请向案场前台或者本公司个人信息保护负责人提出，我们在 15 日内答复。',
    '六、敏感信息。证件号码、证件影像和银行账户属于敏感个人信息，泄露可能危及您的财产和人身安全。我们只在签约、实名核验、贷款和登记时使用，平时以掩码显示，查看完整号码须写明原因并留下记录。',
  ].join('\n'),
  en: [
    '1. What we collect. When you visit, call or subscribe we write down your name, phone, wishes and what was said; for a subscription, a contract and its filing we write down your identity document, address, family members and eligibility papers, payments and loans. We ask only for what the matter at hand needs; you can look at homes without giving it.',
    '2. What for. To receive and answer you, to follow up your interest, to conclude and carry out subscription and contract, for filing, mortgage, registration and handover, and for the identification, anti-money-laundering and accounting duties of the law. Marketing messages are sent only if you agree.',
    '3. To whom. For what you have asked us to do we give what is needed to the lending bank, the provident fund, the registry and the tax office; to anybody else only with your separate consent. Each time is written down and you can ask about it.',
    '4. How long. Visits without a deal 12 months, files of prospects 24 months, cancelled subscriptions 3 years, contracts and identity data 10 years after the relation has ended, vouchers of money 30 years. Then they are deleted or made anonymous. They are kept in this office’s encrypted database.',
    '5. Your rights. You may see, copy, correct and delete your data, and withdraw your consent at any time; that does not touch what was done before, nor what the law makes us keep. Ask the front desk or our person in charge of personal data; we answer within 15 days.',
    '6. Sensitive data. Document numbers, pictures of documents and bank accounts are sensitive: a leak may endanger your property and yourself. We use them only for contracts, identification, loans and registration, show them masked, and write down who saw them in full and why.',
  ].join('\n'),
};

/** The paragraphs of a text, empty lines left out. */
export function paragraphsOf(body: string): string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
