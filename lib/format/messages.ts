import daAccount from '#messages/da/account.json' with { type: 'json' };
import daAccounts from '#messages/da/accounts.json' with { type: 'json' };
import daCli from '#messages/da/cli.json' with { type: 'json' };
import daCommon from '#messages/da/common.json' with { type: 'json' };
import daErrors from '#messages/da/errors.json' with { type: 'json' };
import daFindings from '#messages/da/findings.json' with { type: 'json' };
import daHelp from '#messages/da/help.json' with { type: 'json' };
import daImport from '#messages/da/import.json' with { type: 'json' };
import daIssues from '#messages/da/issues.json' with { type: 'json' };
import daNav from '#messages/da/nav.json' with { type: 'json' };
import daOverview from '#messages/da/overview.json' with { type: 'json' };
import daProblems from '#messages/da/problems.json' with { type: 'json' };
import daRegisters from '#messages/da/registers.json' with { type: 'json' };
import daReport from '#messages/da/report.json' with { type: 'json' };
import daSettings from '#messages/da/settings.json' with { type: 'json' };
import daUi from '#messages/da/ui.json' with { type: 'json' };
import enAccount from '#messages/en/account.json' with { type: 'json' };
import enAccounts from '#messages/en/accounts.json' with { type: 'json' };
import enCli from '#messages/en/cli.json' with { type: 'json' };
import enCommon from '#messages/en/common.json' with { type: 'json' };
import enErrors from '#messages/en/errors.json' with { type: 'json' };
import enFindings from '#messages/en/findings.json' with { type: 'json' };
import enHelp from '#messages/en/help.json' with { type: 'json' };
import enImport from '#messages/en/import.json' with { type: 'json' };
import enIssues from '#messages/en/issues.json' with { type: 'json' };
import enNav from '#messages/en/nav.json' with { type: 'json' };
import enOverview from '#messages/en/overview.json' with { type: 'json' };
import enProblems from '#messages/en/problems.json' with { type: 'json' };
import enRegisters from '#messages/en/registers.json' with { type: 'json' };
import enReport from '#messages/en/report.json' with { type: 'json' };
import enSettings from '#messages/en/settings.json' with { type: 'json' };
import enUi from '#messages/en/ui.json' with { type: 'json' };

/** The languages of the screens and of the command line; Danish is the default (product.md). */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT_LANGUAGE: Language = 'da';

/** Reads a language as a cookie or an environment states it; Danish for anything else. */
export function parseLanguage(text: string | undefined): Language {
  return LANGUAGES.find((language) => language === text) ?? DEFAULT_LANGUAGE;
}

const danish = {
  common: daCommon,
  nav: daNav,
  ui: daUi,
  overview: daOverview,
  accounts: daAccounts,
  account: daAccount,
  findings: daFindings,
  registers: daRegisters,
  import: daImport,
  issues: daIssues,
  problems: daProblems,
  report: daReport,
  settings: daSettings,
  help: daHelp,
  errors: daErrors,
  cli: daCli,
};

const english: typeof danish = {
  common: enCommon,
  nav: enNav,
  ui: enUi,
  overview: enOverview,
  accounts: enAccounts,
  account: enAccount,
  findings: enFindings,
  registers: enRegisters,
  import: enImport,
  issues: enIssues,
  problems: enProblems,
  report: enReport,
  settings: enSettings,
  help: enHelp,
  errors: enErrors,
  cli: enCli,
};

/** All texts of a language: one object per area, such as `nav.accounts`; ICU message format. */
export type Messages = typeof danish;

/** The texts of `language`, for the pages and the command line alike. */
export function messagesOf(language: Language): Messages {
  return language === 'en' ? english : danish;
}
