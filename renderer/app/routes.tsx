import {
  type AsyncRouteComponent,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  type RouteComponent,
  useParams,
} from '@tanstack/react-router';
import { isRecordId } from '#renderer/lib/address.ts';
import { PageCrashed, PageLoading, PageNotFound } from './page-states.tsx';
import { ShellLayout } from './shell/shell-layout.tsx';

const root = createRootRoute({ notFoundComponent: PageNotFound });

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: ShellLayout });

const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <Navigate to="/today" replace /> });

type ScreenModule = Record<string, unknown>;

/**
 * One screen inside the frame. Its first part is the desk, so that the rail shows where one is; `$name` is a part of the
 * address the screen reads with `useRecordId('name')`. Its code is loaded when the screen is first opened.
 */
function screen<Name extends string>(
  path: string,
  load: () => Promise<ScreenModule & Record<Name, RouteComponent>>,
  name: Name,
) {
  const Screen = lazyRouteComponent(load, name);
  return createRoute({ getParentRoute: () => shell, path, component: path.includes('$') ? ofRecord(Screen) : Screen });
}

/** A screen of a record: an address that can be no record's leads nowhere, and the frame stays. */
function ofRecord(Screen: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  function OfRecord() {
    const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
    return Object.values(params).every(isRecordId) ? <Screen /> : <PageNotFound />;
  }
  return Screen.preload === undefined ? OfRecord : Object.assign(OfRecord, { preload: Screen.preload });
}

/** A desk that opens at one of its pages. */
function desk(path: string, first: string) {
  return createRoute({ getParentRoute: () => shell, path, component: () => <Navigate to={first} replace /> });
}

/** Every screen of the program, one line each, in the order of the rail. */
const screens: ReturnType<typeof screen>[] = [
  screen('/today', () => import('#renderer/features/tasks/screens/today.tsx'), 'TodayScreen'),
  screen('/today/approvals', () => import('#renderer/features/approvals/screens/approvals.tsx'), 'ApprovalsScreen'),
  screen(
    '/today/approvals/$approvalId',
    () => import('#renderer/features/approvals/screens/approval.tsx'),
    'ApprovalScreen',
  ),
  screen('/today/lost-acts', () => import('#renderer/features/notices/screens/lost-acts.tsx'), 'LostActsScreen'),
  screen('/reception', () => import('#renderer/features/visits/screens/reception.tsx'), 'ReceptionScreen'),
  screen(
    '/reception/register',
    () => import('#renderer/features/visits/screens/visit-register.tsx'),
    'VisitRegisterScreen',
  ),
  screen(
    '/reception/customers',
    () => import('#renderer/features/customers/screens/customer-list.tsx'),
    'CustomerListScreen',
  ),
  screen(
    '/reception/customers/$customerId',
    () => import('#renderer/features/customers/screens/customer.tsx'),
    'CustomerScreen',
  ),
  screen('/help', () => import('#renderer/features/help/screens/help.tsx'), 'HelpScreen'),
  desk('/sales', '/sales/board'),
  desk('/contracts', '/contracts/subscriptions'),
  desk('/administration', '/administration/settings'),
  screen(
    '/administration/settings',
    () => import('#renderer/features/settings/screens/settings.tsx'),
    'SettingsScreen',
  ),
  screen(
    '/administration/accounts',
    () => import('#renderer/features/accounts/screens/accounts.tsx'),
    'AccountsScreen',
  ),
  screen('/administration/rights', () => import('#renderer/features/rights/screens/rights.tsx'), 'RightsScreen'),
  screen(
    '/administration/acting',
    () => import('#renderer/features/delegations/screens/delegations.tsx'),
    'DelegationsScreen',
  ),
  screen('/administration/backups', () => import('#renderer/features/backups/screens/backups.tsx'), 'BackupsScreen'),
  screen('/administration/health', () => import('#renderer/features/health/screens/health.tsx'), 'HealthScreen'),
  screen(
    '/administration/terminals',
    () => import('#renderer/features/terminals/screens/terminals.tsx'),
    'TerminalsScreen',
  ),
  screen('/administration/move', () => import('#renderer/features/relocation/screens/move.tsx'), 'MoveScreen'),
  screen('/administration/privacy', () => import('#renderer/features/privacy/screens/privacy.tsx'), 'PrivacyScreen'),
  screen('/administration/days', () => import('#renderer/features/days/screens/days.tsx'), 'DaysScreen'),
  screen('/administration/events', () => import('#renderer/features/events/screens/events.tsx'), 'EventsScreen'),

  screen('/sales/prices', () => import('#renderer/features/prices/screens/prices.tsx'), 'PricesScreen'),
  screen(
    '/sales/prices/$batchId',
    () => import('#renderer/features/prices/screens/price-batch.tsx'),
    'PriceBatchScreen',
  ),
  screen('/sales/launches', () => import('#renderer/features/launches/screens/launches.tsx'), 'LaunchesScreen'),
  screen('/sales/launches/$launchId', () => import('#renderer/features/launches/screens/launch.tsx'), 'LaunchScreen'),
  screen('/sales/project', () => import('#renderer/features/projects/screens/project.tsx'), 'ProjectScreen'),
  screen(
    '/sales/house-types',
    () => import('#renderer/features/house-types/screens/house-types.tsx'),
    'HouseTypesScreen',
  ),
  screen('/sales/generate', () => import('#renderer/features/generate/screens/generate.tsx'), 'GenerateScreen'),
  screen('/sales/import', () => import('#renderer/features/imports/screens/import.tsx'), 'ImportScreen'),
  screen('/sales/board', () => import('#renderer/features/units/screens/board.tsx'), 'BoardScreen'),
  screen('/sales/quote/$unitId', () => import('#renderer/features/quotes/screens/make-quote.tsx'), 'MakeQuoteScreen'),
  screen('/sales/quotes/$quoteId', () => import('#renderer/features/quotes/screens/quote.tsx'), 'QuoteScreen'),
  screen('/sales/claims', () => import('#renderer/features/bookings/screens/claims.tsx'), 'ClaimsScreen'),
  screen(
    '/sales/launches/$launchId/desk',
    () => import('#renderer/features/launches/screens/pick-desk.tsx'),
    'PickDeskScreen',
  ),
  screen(
    '/sales/launches/$launchId/totals',
    () => import('#renderer/features/launches/screens/launch-totals.tsx'),
    'LaunchTotalsScreen',
  ),
  screen(
    '/sales/launches/$launchId/slips',
    () => import('#renderer/features/launches/screens/launch-slips.tsx'),
    'LaunchSlipsScreen',
  ),
  screen('/sales/units', () => import('#renderer/features/units/screens/unit-list.tsx'), 'UnitListScreen'),
  screen('/sales/handbook', () => import('#renderer/features/handbook/screens/handbook.tsx'), 'HandbookScreen'),
  screen('/sales/check', () => import('#renderer/features/control-checks/screens/checks.tsx'), 'ChecksScreen'),
  screen('/sales/check/$checkId', () => import('#renderer/features/control-checks/screens/check.tsx'), 'CheckScreen'),
  screen(
    '/contracts/register',
    () => import('#renderer/features/contract-register/screens/register.tsx'),
    'RegisterScreen',
  ),
  screen('/sales/releases', () => import('#renderer/features/releases/screens/releases.tsx'), 'ReleasesScreen'),
  screen(
    '/sales/releases/$releaseId',
    () => import('#renderer/features/releases/screens/release.tsx'),
    'ReleaseScreen',
  ),
  screen(
    '/contracts/subscriptions',
    () => import('#renderer/features/subscriptions/screens/subscriptions.tsx'),
    'SubscriptionsScreen',
  ),
  screen(
    '/contracts/subscriptions/$subscriptionId',
    () => import('#renderer/features/subscriptions/screens/subscription.tsx'),
    'SubscriptionScreen',
  ),
  screen(
    '/contracts/subscribe/$unitId',
    () => import('#renderer/features/subscriptions/screens/subscribe.tsx'),
    'SubscribeScreen',
  ),
  screen('/contracts/prints', () => import('#renderer/features/documents/screens/prints.tsx'), 'PrintsScreen'),
  screen('/contracts/defects', () => import('#renderer/features/contracts/screens/defects.tsx'), 'DefectsScreen'),
  screen('/contracts/printers', () => import('#renderer/features/documents/screens/printers.tsx'), 'PrintersScreen'),
  screen('/contracts/numbers', () => import('#renderer/features/documents/screens/numbers.tsx'), 'NumbersScreen'),
  screen('/contracts/seals', () => import('#renderer/features/documents/screens/seals.tsx'), 'SealsScreen'),
  screen('/contracts/scans', () => import('#renderer/features/scans/screens/scans.tsx'), 'ScansScreen'),
  screen(
    '/contracts/documents/$documentId/scans',
    () => import('#renderer/features/scans/screens/paper-scans.tsx'),
    'PaperScansScreen',
  ),
  screen('/contracts/templates', () => import('#renderer/features/templates/screens/templates.tsx'), 'TemplatesScreen'),
  screen(
    '/contracts/templates/$templateId',
    () => import('#renderer/features/templates/screens/template.tsx'),
    'TemplateScreen',
  ),
  screen('/contracts/changes', () => import('#renderer/features/changes/screens/changes.tsx'), 'ChangesScreen'),
  screen('/contracts/changes/$changeId', () => import('#renderer/features/changes/screens/change.tsx'), 'ChangeScreen'),
  screen(
    '/contracts/change/$subscriptionId',
    () => import('#renderer/features/changes/screens/ask-change.tsx'),
    'AskChangeScreen',
  ),
  screen('/warrants', () => import('#renderer/features/cases/screens/warrants.tsx'), 'WarrantsScreen'),
  screen('/warrants/cases/$caseId', () => import('#renderer/features/cases/screens/case.tsx'), 'CaseScreen'),
  screen('/contracts/contracts', () => import('#renderer/features/contracts/screens/contracts.tsx'), 'ContractsScreen'),
  screen(
    '/contracts/contracts/$contractId',
    () => import('#renderer/features/contracts/screens/contract.tsx'),
    'ContractScreen',
  ),
  screen(
    '/contracts/contracts/$contractId/preview',
    () => import('#renderer/features/contracts/screens/contract-preview.tsx'),
    'ContractPreviewScreen',
  ),
  screen(
    '/contracts/contracts/$contractId/city',
    () => import('#renderer/features/contracts/screens/contract-preview.tsx'),
    'CityContractScreen',
  ),
  screen(
    '/contracts/archive',
    () => import('#renderer/features/contracts/custody/screens/archive.tsx'),
    'ArchiveScreen',
  ),
  screen(
    '/contracts/agreements/$agreementId',
    () => import('#renderer/features/agreements/screens/agreement.tsx'),
    'AgreementScreen',
  ),
  screen('/reception/rulings', () => import('#renderer/features/rulings/screens/rulings.tsx'), 'RulingsScreen'),
  screen('/contracts/transfers', () => import('#renderer/features/transfers/screens/transfers.tsx'), 'TransfersScreen'),
  screen('/money', () => import('#renderer/features/payments/screens/money.tsx'), 'MoneyScreen'),
  screen(
    '/contracts/documents/$documentId',
    () => import('#renderer/features/documents/screens/document.tsx'),
    'DocumentScreen',
  ),
];

/** The router: addresses behind `#`, since `app://` serves one page. */
export const router = createRouter({
  routeTree: root.addChildren([home, shell.addChildren(screens)]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageCrashed,
  defaultNotFoundComponent: PageNotFound,
});
