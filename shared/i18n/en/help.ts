import type { Translation } from '../translation.ts';
import type { help as zh } from '../zh-CN/help.ts';

/** The help of the program: a page for each desk, with what to do first, keys, and what to do when something is refused. */
export const help = {
  title: 'Help',
  open: 'Help',
  close: 'Back',
  search: 'Search the help',
  searchHint: 'such as lock, deposit, print',
  found_one: '{{count}} place',
  found_other: '{{count}} places',
  nothing: 'Nothing about “{{text}}”. Try another word, or choose a desk on the left.',
  pages: 'Pages of the help',
  first: 'What to do first',
  keys: 'Keys',
  refused: 'When something is refused',
  everywhere: 'On every screen',
  common: {
    keys: {
      help: 'Help for the desk of this screen',
      find: 'Find a customer, unit or subscription, or give a command',
      handbook: 'Open or close the handbook',
      notices: 'Open the notices',
      next: 'Next field',
      save: 'Save or send',
      leave: 'Close or cancel; asks first when something was typed',
      option: 'Choose a numbered option',
      window: 'Open a new window',
    },
    refused: {
      disabled: 'A button is grey: rest the pointer on it, or reach it with Tab, to read why and by which rule.',
      stale: 'Somebody changed it meanwhile: the screen shows the latest; check it and send again.',
      forbidden:
        'You may not do this: ask a colleague of that post, or have the administrator change yours under People.',
      cut: 'The link to the host is broken: look and type as usual, sending waits. Do not repeat what is “being checked”; you are told whether it was carried out.',
      pair: 'This computer was revoked, the host is another one, or the system was set up anew: an administrator opens pairing at the host; here press “Pair again” and enter address and code.',
    },
  },
  desks: {
    frontDesk: {
      name: 'Front desk',
      about: 'Consultants: register calls and visits, follow customers up, lock homes, make purchase plans, subscribe.',
      first: {
        today: 'Begin at Today: what is due, in order of its deadline; each line opens the place where it is done.',
        register:
          'Register whoever comes: the phone first. A known customer is recognised at once, with who looks after them.',
        turn: 'Whose turn it is stands under Rota. Going to lunch or on an errand: press your own name and choose it; press it again when you are back, and the turns you missed are made up. When guests leave, press Left.',
        sheet:
          'See who came and called on a day or over a period in the Register: calls, visits, return visits, new people and class A stand above it; whoever may take lists along prints it, with phones hidden.',
        follow: 'Afterwards write one line in the customer’s file and choose the next contact; it returns on Today.',
        ruling:
          'Two claim one customer: ask for a ruling on the customer’s page, with each claim. Timeline and rules are attached, a supervisor decides within a day, and the slip is printed.',
        lock: 'The customer likes a home: lock it on the board. A lock runs out by itself and can be renewed.',
        quote:
          'The customer wants to think: make a purchase plan, up to three ways to pay side by side, on one sheet. It reserves nothing.',
        subscribe:
          'The customer decides: subscribe from the plan. The form is filled; add documents, deposit and day to sign.',
      },
      keys: {
        kind: 'Switch between call and visit',
        submit: 'Register',
        clear: 'Start over',
        change: 'Begin a change from a subscription, then its kind by a number',
      },
      refused: {
        owned:
          'The customer belongs to a colleague: ask them while their protection lasts; a supervisor settles disputes.',
        taken: 'The home is taken: wait for the lock to end or choose another; the drawer says who and until when.',
        price:
          'The price is beyond your authority: a plan gives only what you may; ask for less with the subscription and its reason.',
        identity: 'Documents or consent are missing: enter them on the subscription form, then send.',
      },
    },
    salesControl: {
      name: 'Sales control',
      about: 'Supervisors and consultants: whose each home is now; lock, hold, unlock, review subscriptions.',
      first: {
        board:
          'Open the board: the legend filters, the overview shows the whole project, the time bar any past minute.',
        approvals: 'Decide approvals first: requests for prices and reviews run out, and the home goes free with them.',
        rota: 'Keep the rota fair: press a name to take a turn away, with the reason; give the turn of a wrongly registered party back in the day’s register. Close the day at the end, so that no visit stays open.',
        hold: 'Hold for a customer or the company: say what for, until when and why; a hold ends by itself.',
        claims:
          'A small booking begins with a lock or a hold: a supervisor agrees, the money is taken, the home is kept for days. Holds and bookings shows what keeps homes, and for how long.',
        launch:
          'Launch day: under Launch register intents, close and publish the list, draw by a public seed, then call groups up and pick at the desks. A queue number is no place; anybody can repeat the draw. Finance asks from the intent for the money of whoever left to go back.',
        launchDay:
          'The day of a launch: the manager calls groups up; each pick desk calls the next with F9, a digit chooses a wish, F10 picks, and pick slip and payment slip go with the customer to the cashier; a pass or a no-show is entered there too. While it is picking, its homes are taken at the desks only: locks, holds and subscriptions elsewhere are refused. The big screen logs in as Customer display; the figures stand under Launch totals.',
        fallback:
          'Without power or network: number fallback slips before the day, enter them afterwards by the date and time written on them, first written first served, and void those that were spoilt.',
        rehearse:
          'Rehearse: “Rehearse” under Launches copies the office and opens it in windows of its own on this computer; every page says so, and it is wiped with its last window. Terminals take no part.',
        units: 'For lists use Units: filter, sum, export to Excel.',
        releases:
          'Plan releases: which homes, when, by which team; what is missing is listed. On the day the manager releases them all at once.',
        check:
          'Check before the office closes: board, deals and log are compared home by home; explain each difference, two sign, print the paper.',
        handbook:
          'Look things up while talking: Alt+K opens the handbook, type words or pinyin; the page Handbook keeps it and compares competitors.',
      },
      keys: {
        move: 'Move between homes',
        open: 'Open the home',
        jump: 'Type a room number to jump to it',
        close: 'Close the drawer',
      },
      refused: {
        locked: 'Somebody else’s lock: a supervisor can end it; a consultant waits or asks them.',
        quota: 'Your locks or holds are used up: give one back, or have a higher post hold it.',
        permit: 'No permit, or prices not published: a manager enters both under Project.',
      },
    },
    backOffice: {
      name: 'Back office',
      about: 'Review subscriptions, take deposits, issue books and receipts, see that the papers are complete.',
      first: {
        today:
          'Look at Today: subscriptions to review, contracts to draft, review, print and have signed, by the days left to sign.',
        review:
          'Review a subscription: buyers and who signs for them, the scans that go with it, price and plan; agree, or send it back with your reasons.',
        deposit: 'Take the deposit on the subscription’s page with the bank’s reference; receipt numbers have no gaps.',
        papers: 'Issue the book when the deposit is complete; look at it, then print. Empty blanks are struck ×.',
        contract:
          'With the deposit complete, draft the contract on the subscription’s page; it passes its levels of review; tell the buyers of the weighty terms and record it; then it is printed, signed in order, and gets the city’s number.',
        prints:
          'Look at each copy, then choose “All good” in “Prints”, or enter the spoiled ones; try again what did not come out.',
        seals:
          'Enter a seal on the preview of its paper: copies, seal, purpose. The seller’s signature on a contract enters it by itself.',
        numbers: '“Numbers” says what became of every number; a missing one is looked into first.',
        printers:
          '“Printers” sets printer, tray and sides of each paper on this PC; after a change print a test page and measure its rulers and margins.',
        register:
          'The register holds every contract of the department: sales, and those with agencies, suppliers and agreement customers. These are called out 90, 60 and 30 days before their end; deals go on their account there. “Schedule” shows signing, money, filing and delivery week by week.',
        texts:
          'Word contracts under Texts: copy a version, change what the lock allows, look at the pages and at what it says otherwise, hand it in; the manager approves it for a day, and contracts drafted before keep their version.',
        change:
          'Another name, home, discount, plan or day of signing, and cancelling: ask for it on the subscription’s page, see what it comes to, choose why, then send it. Once agreed to, it is carried out when the old papers are back and the money is settled.',
        originals:
          'Once a contract is signed, distribute its originals: where each goes and who takes it; check a buyer’s document first and have the receipt signed.',
        archive:
          'File and lend: a complete set goes into its box, a loan has a borrower and a day of return; the page Originals shows where each copy is.',
        scan: 'Put scans of signed papers into Scans: each page goes to its paper by the code in its corner; what fits nowhere is placed by hand there. The page of a paper lists what is missing.',
        collect:
          'Collecting: when a buyer’s original is ready, tell them by phone, message or letter and enter it; check the document and have the receipt signed when they come.',
        transfers:
          'Documents between departments: send them under Transfers; the other side receives, refuses or returns them; what is not answered in three days is called out.',
        takeOver:
          'A project that sells already: under Import choose Running project, fill in the template, correct it until there are no errors and the office’s own totals agree to the fen; all of it can be undone.',
      },
      keys: {
        print: 'Print the paper',
        submit: 'Send the form',
        change: 'Begin a change from a subscription, then its kind by a number',
      },
      refused: {
        identity: 'No book yet: a buyer’s document is missing; enter it in the customer’s file.',
        voided:
          'A mistake on a paper: void it with the reason, its number stays; issue the next version and take the old copies back.',
        reprint: 'All copies are printed: another is a reprint, asks for a reason and says so on the page.',
        own: 'Nobody reviews their own: another reviewer does it.',
        totals:
          'A running project is not taken over: one faulty row or one total that differs keeps all of it out; correct the books as told, or find out about the total.',
        oldPaper:
          'A signed contract that was taken over is not printed: its old paper is the contract; look for it in the old folders.',
        writing:
          'Many records are being written (an import, prices of many homes): read as usual; entries wait until it is done. If it is urgent, ask whoever imports to stop it.',
      },
    },
    warrants: {
      name: 'Warrants',
      about: 'Warrant officers: filing and mortgages of signed contracts, with the customers, their money and papers.',
      first: {
        cases:
          'Begin with Warrants: mortgages, filing and loans, each with the days used, the limit and who is waited for; late ones come first. The supervisor assigns what nobody has.',
        collect: 'Choose one and enter copies and originals at the right; go on when all papers are here.',
        loan: 'Enter bank and years of a mortgage; the filing number and the bank’s money move the case by themselves.',
        deals: 'Filter Subscriptions by state; open one for buyers, shares and the payment plan.',
        customer: 'See documents, address and household in the customer’s file; showing a whole number is recorded.',
        money: 'Check first payments and loans under Money.',
        papers: 'Open papers from the subscription or the file, and print the copies you need.',
      },
      keys: {
        find: 'Find a deal by name, unit or number',
        print: 'Print the paper',
      },
      refused: {
        reveal: 'A number is masked: choose Reveal and say what for; it is masked again after minutes.',
        change: 'Something is wrong in a file: warrants cannot change it; the consultant or the back office does.',
        step: 'The next step is refused: collect the papers, enter the bank, or wait for filing number or loan, as it says.',
        missing: 'A paper is not there: the back office issues it on the subscription’s page.',
      },
    },
    manager: {
      name: 'Manager',
      about:
        'Sales managers and directors: agree to prices, release, freeze, take back, set the rules, see how it goes.',
      first: {
        today: 'Look at Today: what waits for you and the day’s figures are on one page.',
        approve:
          'Open an approval: where the price lies on the scale, what it costs against the next authority, like deals; then decide, on conditions such as a day to sign if need be.',
        release: 'Release homes from the board; one without permit, published price or lender’s consent says so.',
        defects:
          'Defects (under Contracts) lists what reviewers marked when they sent contracts back, counted by kind, by drafter and by who let it through; it can be exported.',
        settings:
          'Change rules under Settings: authority, locks, discounts, rates and fees, purchase limits, the management contract, steps of warrants, each from its day on.',
      },
      keys: {
        find: 'Type a command such as Approvals or Settings',
        submit: 'Confirm the decision',
      },
      refused: {
        floor: 'Below the floor price: only a director may agree.',
        own: 'You asked for it yourself: somebody of your post or above decides.',
        past: 'Settings of the past stay: choose today or later; past deals keep the value of their day.',
        money:
          'A cancellation is refused while money is with the office: choose “Change” on the page of the subscription and ask for a cancellation; finance pays back what was agreed.',
      },
    },
    planningFinance: {
      name: 'Planning and finance',
      about: 'Planning imports homes and prices; finance takes money, checks receipts and voids them.',
      first: {
        import:
          'Planning: import the price list, read its checks row by row, then confirm; a whole import can be undone.',
        generate:
          'Planning: without a list of homes yet, write buildings, floors and rooms under Generate, look at the preview and make all at once; it can be undone whole.',
        correct:
          'Planning: house types, decoration and areas are corrected under Import, Correct homes: export, edit the yellow cells in Excel, import again, and see every cell before it is written.',
        types:
          'Planning: under House types enter rooms, ranges of areas and highlights and attach the plans; measured areas are listed there beside those that were sold.',
        prices:
          'Planning: homes that were on sale change prices by batches only. Under Price batches make one; each rule shows at once how homes and floors move. Three agree, and it takes effect by itself on its day. Once agreed, its page issues the price notice to publish and the price lists for the office.',
        project:
          'Planning: check buildings, permits and publication days under Project; without one nothing is released.',
        receive: 'Finance: see today’s receipts and what is due under Money; enter what came in with its reference.',
        void: 'Finance: void a wrong receipt with its reason and issue another; the number never disappears.',
        refund:
          'Finance: refunds are under “Refunds” on the money page and are paid out once approved; money goes back only to whoever paid it, and only another person can void a refund.',
      },
      keys: {
        nextError: 'Next problem of an import',
        lastError: 'Previous problem of an import',
        choose: 'Move in a list and open',
      },
      refused: {
        rows: 'An import cannot be confirmed: mend the list and drop it again, or leave the faulty rows out.',
        touched: 'An import cannot be undone: some of its homes are in deals or taken; correct them one by one.',
        reference:
          'Money cannot be saved: transfers and cards need their reference; split what is above the amount due.',
        method: 'A way to pay is not taken: a manager allows it under Settings.',
      },
    },
    administration: {
      name: 'Administration',
      about: 'Administrators, auditors, compliance: people and posts, settings, the log, the office’s keys.',
      first: {
        rights:
          'To read or change what posts may do: open Rights, change, choose Save rights and give the reason; it acts at once. Nobody widens their own post. At the right: what a person may do, and who may do something.',
        acting:
          'When a manager is away: in Acting choose Appoint somebody, with the colleague, days and rights; revoke it any time. What they do is theirs and says for whom.',
        accounts:
          'Add people: one person, one post, which decides what they may do. Disable who leaves; never share an account.',
        settings:
          'Check Settings: each says on what it rests. Set rates, taxes and limits to your city’s current rules.',
        host: 'To work on several PCs: an administrator opens Terminals on one that is on all day, makes it the host, lets it start with the PC, and notes its address.',
        pairing:
          'To add a terminal: choose Pair a terminal; on the other PC open Zhiye Desk, join as a terminal, and type address and code. People then log in with their own accounts.',
        limit:
          'Give each terminal a name that says where it stands, and limit it: a PC at reception need not take money.',
        keys: 'Keep the passphrase and recovery code: print them and store them apart; a new PC asks for them.',
        privacy:
          'Personal data shows how much of customers you have read today; above a limit you, the manager and the compliance officer are told.',
        days: 'Close each day under “Daily close”: print the paper, have it signed and keep it away from the computer; “Compare with a paper” later shows whether the log was touched.',
        events: 'The log shows every change: who, when, what; checking its chain finds changes made from outside.',
        backups:
          'Under Backups choose a second place (another disk, a stick, a network folder); from then on copies are made by themselves. A red sign beside the title has to be seen to the same day.',
        health:
          'Health shows disk, database, terminals and the slowest procedures; for help, copy its report: nothing of a customer is in it.',
        move: 'The host gets another PC: sit at the host and choose Move the host under Health; the office is copied and checked whole, and terminals come back with one code.',
      },
      keys: {
        find: 'Find a page or give a command',
        move: 'Move between entries',
      },
      refused: {
        last: 'Cannot disable: an office keeps at least one administrator.',
        password: 'A password is forgotten: reset it under People; its owner then chooses a new one.',
        lost: 'A terminal is lost or replaced: revoke it under Terminals; it is cut off at once. Somebody forgot to log out: end their session.',
        code: 'A pairing code does not work: it is good once, for ten minutes and five tries; show a new one.',
        moved:
          'The host broke: open a copy of the office on another PC, make that the host, and bring the terminals back with a code for all terminals.',
        lockedOut:
          'Locked out after wrong passwords: at that computer only; it ends by itself, or an administrator resets it.',
        broken: 'The chain is broken: stop, keep the folder as it is, and restore the latest backup.',
      },
    },
  },
} as const satisfies Translation<typeof zh>;
