import type { Translation } from '../translation.ts';
import type { relocation as zh } from '../zh-CN/relocation.ts';

/** Words of moving the office to another PC. */
export const relocation = {
  title: 'Move the host',
  sub: 'Takes the whole office to another PC; its terminals follow.',
  will: 'What will happen',
  plan: {
    papers:
      'The office takes nothing new, and the papers that are being made are finished. Terminals are told that it is being moved.',
    copy: 'The database and all papers are written into an empty folder that you choose: on a portable disk, or shared by the new PC.',
    check:
      'The copy is opened and compared: the file is whole, the log unbroken, every table has its rows and every file is the same.',
    mark: 'Only then is the office marked as moved here, and closed. If any step fails, the office goes on here as before.',
  },
  there: 'On the new PC',
  after: {
    open: 'Open Zhiye Desk, choose “Open an existing office” and that folder; the office’s passphrase or recovery code opens it. Copy it from a portable disk to the PC’s own first.',
    host: 'After the log-in of the administrator or the manager the screen helps to make that PC the host.',
    code: 'Terminals on the same network find the new host by themselves. The others type the one code for all terminals once and are back, with their names and desks.',
  },
  before: 'Before you begin',
  size: 'To be copied',
  sizeOf: '{{sizeBytes}}, of which the database is {{databaseBytes}}',
  connected: 'Terminals connected',
  connectedOf_one: '{{count}}; it can’t work meanwhile',
  connectedOf_other: '{{count}}; they can’t work meanwhile',
  unknown: 'unknown',
  begin: 'Choose the place and begin',
  beginTitle: 'Move the office away',
  beginText:
    'It begins as soon as you have chosen a folder. Nobody can work meanwhile; afterwards the office is closed on this PC and opens only in its new place.',
  moving: 'Moving',
  movingText: 'To {{folder}}. Close neither the program nor the PC.',
  steps: {
    papers: 'Finish the papers',
    database: 'Copy the database',
    chain: 'Check the log and the tables',
    files: 'Copy and compare the files',
    seal: 'Hand over',
  },
  stop: 'Stop moving',
  stopText: 'What has been copied is taken back, and the office goes on here.',
  stopping: 'Stopping; what was copied is being taken back…',
  tooLate: 'It is checked and being handed over; too late to stop.',
  stopped: 'The move was stopped. What had been copied is gone, and the office goes on here.',
  failed: 'It did not move; the office goes on here as before.',
  again: 'Try again',
  toPeople: 'Set passphrase and recovery code',
  elsewhereTitle: 'Do this at the host',
  elsewhereText: 'The files of the office lie on the host; whoever moves it sits there.',
  arrival: {
    found: 'An office was moved here',
    foundText: 'It is encrypted. Open it with its passphrase or recovery code; the screen then helps to settle it in.',
    office: 'Office',
    came: 'Moved',
    cameText: '{{movedAt}}, from the PC {{from}}',
    holds: 'Checked',
    holdsText: '{{events}} entries of the log, {{rows}} rows in {{tables}} tables, {{files}} files',
    title: '{{office}} is on this PC now',
    opened: 'The office is open; this PC can be worked at',
    host: 'Make this PC the host',
    isHost: 'This PC is the host',
    hostText:
      'Terminals can come only to a host. Choose a PC that is on all day; it will start with the PC, and nobody has to log in.',
    hostNotNeeded: 'There are no terminals; an office that is used on this PC only needs no host.',
    terminals: 'Bring the terminals back',
    followed_one: '{{count}} of {{of}} is back',
    followed_other: '{{count}} of {{of}} are back',
    noTerminals: 'No terminal was ever paired; there is nothing to do here.',
    states: { here: 'Back', was: 'Was here', missing: 'Not yet' },
    byItself:
      'Terminals on the same network usually find the new host within half a minute. For those that don’t, show one code: each types it once and is back, with its name and desks.',
    showCode: 'Show the one code for all terminals',
    codeText:
      'On the terminal choose “Other address or pair again” and enter the host’s address above and this code. It is good for two hours and for all of them.',
    finish: 'Finish',
    finishText: 'Terminals that are missing can be brought back later under Administration, Terminals.',
    later: 'Later',
  },
  moved: {
    title: 'The office has moved',
    text: 'On {{movedAt}}, to {{folder}}. It is not opened here any more, so that there are never two.',
    totals:
      'Checked: {{events}} entries of the log, unbroken; {{rows}} rows in {{tables}} tables and {{files}} files, the same as before.',
    other: 'Open another office’s folder',
    back: 'Open it here all the same',
    backTitle: 'Open the office here again',
    backText:
      'Do this only if the move is given up, and stop using the moved one first: what is entered on both sides can never be put together again. This PC becomes another host; terminals do not follow and have to be paired anew.',
    backDo: 'Give the move up and open here',
  },
} as const satisfies Translation<typeof zh>;
