/** Personal data: what is read of them, what people agreed to, what they ask, when it is deleted. */
export const privacy = {
  title: 'Personal data',
  sub: 'Who sees customers’ data, what customers agreed to, and when it is deleted.',
  reasons: {
    callCustomer: 'To contact the customer',
    fillPapers: 'To fill in a subscription or contract',
    checkIdentity: 'To check the identity',
    bankOrRegistry: 'For a mortgage, filing or registration',
    clearDuplicate: 'To find duplicates or rule on ownership',
    subjectRequest: 'To answer a request about personal data',
    other: 'Another reason',
  },
  windows: { day: 'today', tenMinutes: 'within ten minutes' },
  reading: {
    reveals: 'People whose numbers were shown',
    files: 'Files opened',
    searches: 'Searches',
    rows: 'Rows of lists',
  },
  mine: {
    title: 'What I have read today',
    text: 'The office counts how much of its customers’ data each person reads. Above a limit nothing is refused, but you, the manager and the compliance officer are told.',
    when: 'When',
    what: 'Reading',
    none: 'Nothing read today',
    count: 'Read',
    limit: 'Told above',
    above: 'Above',
  },
  note: 'You have read more of customers’ data than usual today ({{list}}); the manager and the compliance officer have been told.',
  noteItem: '{{reading}} {{window}} {{read}}/{{limit}}',
} as const;
