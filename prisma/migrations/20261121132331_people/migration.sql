-- CreateTable
CREATE TABLE "Succession" (
    "kind" TEXT NOT NULL,
    "fiscalYear" INTEGER NOT NULL,
    "fromCode" TEXT NOT NULL,
    "toCode" TEXT,

    PRIMARY KEY ("kind", "fiscalYear", "fromCode")
);

-- CreateTable
CREATE TABLE "Approval" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "onBehalfOf" TEXT,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("periodId", "accountNumber", "personId"),
    CONSTRAINT "Approval_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Reconciliation" ("periodId", "accountNumber") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeadlineMove" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "stepKey" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Settlement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "itemKey" TEXT NOT NULL,
    "postingDate" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "voucher" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "committeeCode" TEXT,
    "text" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT,
    "text" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "readAt" TEXT
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "periodId" TEXT,
    "fiscalYear" INTEGER NOT NULL,
    "accountNumber" TEXT,
    "committeeCode" TEXT,
    "itemKey" TEXT,
    "lineId" INTEGER,
    "suspicions" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedByName" TEXT NOT NULL,
    "addedAt" TEXT NOT NULL,
    "removedAt" TEXT,
    "removedByName" TEXT,
    "removedReason" TEXT,
    "disposedAt" TEXT
);

-- CreateTable
CREATE TABLE "Disposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "requestedByName" TEXT NOT NULL,
    "requestedAt" TEXT NOT NULL,
    "approvedBy" TEXT,
    "approvedByName" TEXT,
    "approvedAt" TEXT,
    "doneAt" TEXT,
    "withdrawnAt" TEXT,
    "list" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "initials" TEXT NOT NULL DEFAULT '',
    "twoFactorEnabled" BOOLEAN DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" DATETIME,
    CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignInLock" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "firstAt" TEXT NOT NULL,
    "lockedUntil" TEXT
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "usedAt" TEXT
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "unitCode" TEXT,
    "fromDate" TEXT,
    "toDate" TEXT,
    "source" TEXT NOT NULL DEFAULT 'person',
    "grantedBy" TEXT NOT NULL,
    "grantedAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Substitution" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "absentId" TEXT NOT NULL,
    "substituteId" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL
);

-- AlterTable
ALTER TABLE "ImportFile" ADD COLUMN "disposedAt" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Administration" (
    "fiscalYear" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("fiscalYear", "code"),
    CONSTRAINT "Administration_fiscalYear_committeeCode_fkey" FOREIGN KEY ("fiscalYear", "committeeCode") REFERENCES "Committee" ("fiscalYear", "code") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Administration" ("fiscalYear", "code", "committeeCode", "name", "position") SELECT "fiscalYear", "code", "committeeCode", "name", "position" FROM "Administration", (SELECT DISTINCT "fiscalYear" FROM "Period");
DROP TABLE "Administration";
ALTER TABLE "new_Administration" RENAME TO "Administration";
CREATE TABLE "new_AuditEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "periodId" TEXT,
    "importId" INTEGER,
    "body" TEXT,
    "bodyHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);
-- The hashes cannot be made in SQL: what is left empty here is sealed right after the migration (lib/db/trail-chain.ts).
INSERT INTO "new_AuditEvent" ("action", "at", "id", "importId", "periodId", "personId", "role", "subject", "subjectId", "body", "bodyHash", "hash")
SELECT "action", "at", "id", "importId", "periodId", "personId", '', "subject", "subjectId",
  json_object('salt', lower(hex(randomblob(16))), 'name', "personName", 'before', json("before"), 'after', json("after")), '', '' FROM "AuditEvent" ORDER BY "id";
DROP TABLE "AuditEvent";
ALTER TABLE "new_AuditEvent" RENAME TO "AuditEvent";
CREATE INDEX "AuditEvent_subject_subjectId_action_personId_at_idx" ON "AuditEvent"("subject", "subjectId", "action", "personId", "at");
CREATE INDEX "AuditEvent_personId_id_idx" ON "AuditEvent"("personId", "id");
CREATE INDEX "AuditEvent_importId_idx" ON "AuditEvent"("importId");
CREATE TABLE "new_Committee" (
    "fiscalYear" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("fiscalYear", "code")
);
INSERT INTO "new_Committee" ("fiscalYear", "code", "name", "position") SELECT "fiscalYear", "code", "name", "position" FROM "Committee", (SELECT DISTINCT "fiscalYear" FROM "Period");
DROP TABLE "Committee";
ALTER TABLE "new_Committee" RENAME TO "Committee";
CREATE TABLE "new_Item" (
    "findingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "postingDate" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("findingId", "position"),
    CONSTRAINT "Item_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Item" ("amount", "findingId", "position", "postingDate", "text", "key") SELECT "amount", "findingId", "position", "postingDate", "text", lower(hex(randomblob(12))) FROM "Item";
DROP TABLE "Item";
ALTER TABLE "new_Item" RENAME TO "Item";
CREATE TABLE "new_Period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fiscalYear" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "balanceDate" TEXT NOT NULL,
    "controlCount" INTEGER,
    "controlSum" BIGINT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "openedFrom" TEXT
);
INSERT INTO "new_Period" ("balanceDate", "controlCount", "controlSum", "fiscalYear", "id", "month") SELECT "balanceDate", "controlCount", "controlSum", "fiscalYear", "id", "month" FROM "Period";
DROP TABLE "Period";
ALTER TABLE "new_Period" RENAME TO "Period";
CREATE TABLE "new_PlanStep" (
    "findingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "activity" TEXT NOT NULL,
    "deadline" TEXT,
    "consequence" TEXT NOT NULL,
    "key" TEXT NOT NULL DEFAULT '',
    "originalDeadline" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "stateOn" TEXT,
    "stateReason" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("findingId", "position"),
    CONSTRAINT "PlanStep_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_PlanStep" ("activity", "consequence", "deadline", "findingId", "position", "key", "originalDeadline") SELECT "activity", "consequence", "deadline", "findingId", "position", lower(hex(randomblob(12))), "deadline" FROM "PlanStep";
DROP TABLE "PlanStep";
ALTER TABLE "new_PlanStep" RENAME TO "PlanStep";
CREATE TABLE "new_Reconciliation" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "category" INTEGER NOT NULL,
    "documentedBalance" BIGINT,
    "method" TEXT,
    "reconciledOn" TEXT,
    "initials" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,
    "origin" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "preparers" TEXT NOT NULL DEFAULT '[]',
    "submittedAt" TEXT,
    "note" TEXT,

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "Reconciliation_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Reconciliation" ("accountNumber", "balance", "category", "documentedBalance", "initials", "method", "origin", "periodId", "reconciledOn", "updatedAt", "updatedBy", "version") SELECT "accountNumber", "balance", "category", "documentedBalance", "initials", "method", "origin", "periodId", "reconciledOn", "updatedAt", "updatedBy", "version" FROM "Reconciliation";
DROP TABLE "Reconciliation";
ALTER TABLE "new_Reconciliation" RENAME TO "Reconciliation";
CREATE TABLE "new_Store" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL,
    "touched" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "new_Store" ("demo", "id", "revision") SELECT "demo", "id", "revision" FROM "Store";
DROP TABLE "Store";
ALTER TABLE "new_Store" RENAME TO "Store";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "DeadlineMove_periodId_accountNumber_idx" ON "DeadlineMove"("periodId", "accountNumber");

-- CreateIndex
CREATE INDEX "DeadlineMove_stepKey_idx" ON "DeadlineMove"("stepKey");

-- CreateIndex
CREATE INDEX "Settlement_periodId_accountNumber_idx" ON "Settlement"("periodId", "accountNumber");

-- CreateIndex
CREATE INDEX "Settlement_itemKey_idx" ON "Settlement"("itemKey");

-- CreateIndex
CREATE INDEX "Comment_periodId_accountNumber_idx" ON "Comment"("periodId", "accountNumber");

-- CreateIndex
CREATE INDEX "Notice_personId_readAt_idx" ON "Notice"("personId", "readAt");

-- CreateIndex
CREATE INDEX "Attachment_periodId_accountNumber_idx" ON "Attachment"("periodId", "accountNumber");

-- CreateIndex
CREATE INDEX "Attachment_lineId_idx" ON "Attachment"("lineId");

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Credential_userId_idx" ON "Credential"("userId");

-- CreateIndex
CREATE INDEX "Credential_providerId_accountId_idx" ON "Credential"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "Substitution_substituteId_idx" ON "Substitution"("substituteId");

-- CreateIndex
CREATE INDEX "Substitution_absentId_idx" ON "Substitution"("absentId");

-- CreateIndex
CREATE INDEX "ImportFile_sha256_idx" ON "ImportFile"("sha256");

-- The trail is append-only; what a disposal may do is to take away bodies, and only while one that two people agreed on runs.
CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent"
WHEN NOT (OLD."hash" = '' AND NEW."hash" <> '') AND NOT (
  OLD."body" IS NOT NULL AND NEW."body" IS NULL
  AND NEW."id" = OLD."id" AND NEW."at" = OLD."at" AND NEW."personId" = OLD."personId" AND NEW."role" = OLD."role" AND NEW."action" = OLD."action"
  AND NEW."subject" = OLD."subject" AND NEW."subjectId" = OLD."subjectId" AND NEW."periodId" IS OLD."periodId" AND NEW."importId" IS OLD."importId"
  AND NEW."bodyHash" = OLD."bodyHash" AND NEW."hash" = OLD."hash"
  AND OLD."subject" <> 'disposal'
  AND EXISTS (SELECT 1 FROM "Disposal" WHERE "kind" = 'trail' AND "approvedBy" IS NOT NULL AND "doneAt" IS NULL AND "before" > OLD."at"))
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER "AuditEvent_in_order" BEFORE INSERT ON "AuditEvent"
WHEN NEW."id" <> coalesce((SELECT max("id") FROM "AuditEvent"), 0) + 1 OR NEW."hash" = ''
BEGIN SELECT RAISE(ABORT, 'the trail has no gaps'); END;

CREATE TRIGGER "Disposal_no_delete" BEFORE DELETE ON "Disposal" BEGIN SELECT RAISE(ABORT, 'disposals are kept'); END;
-- Asked for by one, then approved by another, then done: nothing else, and nothing before five years (one, for people who have left).
CREATE TRIGGER "Disposal_asked" BEFORE INSERT ON "Disposal"
WHEN NEW."approvedBy" IS NOT NULL OR NEW."doneAt" IS NOT NULL OR NEW."withdrawnAt" IS NOT NULL
  OR NEW."before" > date('now', CASE NEW."kind" WHEN 'persons' THEN '-1 year' ELSE '-5 years' END)
BEGIN SELECT RAISE(ABORT, 'a disposal begins by being asked for, once the term has run out'); END;
CREATE TRIGGER "Disposal_two_people" BEFORE UPDATE ON "Disposal"
WHEN NEW."approvedBy" IS NOT NULL AND NEW."approvedBy" = NEW."requestedBy"
BEGIN SELECT RAISE(ABORT, 'a disposal takes two people'); END;
CREATE TRIGGER "Disposal_stays" BEFORE UPDATE ON "Disposal"
WHEN OLD."doneAt" IS NOT NULL OR OLD."withdrawnAt" IS NOT NULL
  OR NEW."id" <> OLD."id" OR NEW."kind" <> OLD."kind" OR NEW."before" <> OLD."before"
  OR NEW."requestedBy" <> OLD."requestedBy" OR NEW."requestedByName" <> OLD."requestedByName" OR NEW."requestedAt" <> OLD."requestedAt"
  OR (OLD."approvedBy" IS NOT NULL AND (NEW."approvedBy" IS NOT OLD."approvedBy" OR NEW."withdrawnAt" IS NOT NULL))
  OR (NEW."doneAt" IS NOT NULL AND NEW."approvedBy" IS NULL)
BEGIN SELECT RAISE(ABORT, 'disposals are kept'); END;

-- A demo stays one, and what holds real data cannot become one.
CREATE TRIGGER "Store_no_delete" BEFORE DELETE ON "Store" BEGIN SELECT RAISE(ABORT, 'the store row stays'); END;
CREATE TRIGGER "Store_demo_stays" BEFORE UPDATE ON "Store" WHEN OLD."demo" AND NOT NEW."demo"
BEGIN SELECT RAISE(ABORT, 'a demo stays a demo'); END;
CREATE TRIGGER "Store_no_late_demo" BEFORE UPDATE ON "Store" WHEN NOT OLD."demo" AND NEW."demo" AND EXISTS (SELECT 1 FROM "AuditEvent")
BEGIN SELECT RAISE(ABORT, 'what is in use cannot become a demo'); END;

-- Nothing in a locked period changes, whatever program asks; but for what a disposal takes away once its term has run out.
CREATE TRIGGER "Account_locked_insert" BEFORE INSERT ON "Account" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Account_locked_update" BEFORE UPDATE ON "Account" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Account_locked_delete" BEFORE DELETE ON "Account" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Responsibility_locked_insert" BEFORE INSERT ON "Responsibility" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Responsibility_locked_update" BEFORE UPDATE ON "Responsibility" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Responsibility_locked_delete" BEFORE DELETE ON "Responsibility" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Reconciliation_locked_insert" BEFORE INSERT ON "Reconciliation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Reconciliation_locked_update" BEFORE UPDATE ON "Reconciliation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Reconciliation_locked_delete" BEFORE DELETE ON "Reconciliation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Finding_locked_insert" BEFORE INSERT ON "Finding" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Finding_locked_update" BEFORE UPDATE ON "Finding" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Finding_locked_delete" BEFORE DELETE ON "Finding" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Approval_locked_insert" BEFORE INSERT ON "Approval" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Approval_locked_update" BEFORE UPDATE ON "Approval" WHEN (EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')) AND NOT EXISTS (SELECT 1 FROM "Disposal" WHERE "kind" = 'accounting' AND "approvedBy" IS NOT NULL AND "doneAt" IS NULL AND substr(OLD."periodId", 1, 4) || '-12-31' < "before")
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Approval_locked_delete" BEFORE DELETE ON "Approval" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "DeadlineMove_locked_insert" BEFORE INSERT ON "DeadlineMove" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "DeadlineMove_locked_update" BEFORE UPDATE ON "DeadlineMove" WHEN (EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')) AND NOT EXISTS (SELECT 1 FROM "Disposal" WHERE "kind" = 'accounting' AND "approvedBy" IS NOT NULL AND "doneAt" IS NULL AND substr(OLD."periodId", 1, 4) || '-12-31' < "before")
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "DeadlineMove_locked_delete" BEFORE DELETE ON "DeadlineMove" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Settlement_locked_insert" BEFORE INSERT ON "Settlement" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Settlement_locked_update" BEFORE UPDATE ON "Settlement" WHEN (EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')) AND NOT EXISTS (SELECT 1 FROM "Disposal" WHERE "kind" = 'accounting' AND "approvedBy" IS NOT NULL AND "doneAt" IS NULL AND substr(OLD."periodId", 1, 4) || '-12-31' < "before")
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Settlement_locked_delete" BEFORE DELETE ON "Settlement" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Comment_locked_insert" BEFORE INSERT ON "Comment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Comment_locked_update" BEFORE UPDATE ON "Comment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Comment_locked_delete" BEFORE DELETE ON "Comment" WHEN (EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')) AND NOT EXISTS (SELECT 1 FROM "Disposal" WHERE "kind" = 'comments' AND "approvedBy" IS NOT NULL AND "doneAt" IS NULL AND substr(OLD."periodId", 1, 4) || '-12-31' < "before")
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Item_locked_insert" BEFORE INSERT ON "Item" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = NEW."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Item_locked_update" BEFORE UPDATE ON "Item" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = OLD."findingId") AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = NEW."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Item_locked_delete" BEFORE DELETE ON "Item" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = OLD."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "PlanStep_locked_insert" BEFORE INSERT ON "PlanStep" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = NEW."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "PlanStep_locked_update" BEFORE UPDATE ON "PlanStep" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = OLD."findingId") AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = NEW."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "PlanStep_locked_delete" BEFORE DELETE ON "PlanStep" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = (SELECT "periodId" FROM "Finding" WHERE "id" = OLD."findingId") AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Attachment_locked_insert" BEFORE INSERT ON "Attachment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Attachment_locked_update" BEFORE UPDATE ON "Attachment" WHEN (EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')) AND NEW."disposedAt" IS NULL
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Attachment_locked_delete" BEFORE DELETE ON "Attachment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;

-- Nor does what belongs to a fiscal year once one of its year-end periods is locked.
CREATE TRIGGER "RegisterLine_locked_insert" BEFORE INSERT ON "RegisterLine" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "RegisterLine_locked_update" BEFORE UPDATE ON "RegisterLine" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "RegisterLine_locked_delete" BEFORE DELETE ON "RegisterLine" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "NoneConfirmation_locked_insert" BEFORE INSERT ON "NoneConfirmation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "NoneConfirmation_locked_update" BEFORE UPDATE ON "NoneConfirmation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "NoneConfirmation_locked_delete" BEFORE DELETE ON "NoneConfirmation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Committee_locked_insert" BEFORE INSERT ON "Committee" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Committee_locked_update" BEFORE UPDATE ON "Committee" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Committee_locked_delete" BEFORE DELETE ON "Committee" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Administration_locked_insert" BEFORE INSERT ON "Administration" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Administration_locked_update" BEFORE UPDATE ON "Administration" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Administration_locked_delete" BEFORE DELETE ON "Administration" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "ImFunction_locked_insert" BEFORE INSERT ON "ImFunction" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "ImFunction_locked_update" BEFORE UPDATE ON "ImFunction" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "ImFunction_locked_delete" BEFORE DELETE ON "ImFunction" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Succession_locked_insert" BEFORE INSERT ON "Succession" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Succession_locked_update" BEFORE UPDATE ON "Succession" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = NEW."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Succession_locked_delete" BEFORE DELETE ON "Succession" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "fiscalYear" = OLD."fiscalYear" AND "month" >= 12 AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the year is locked'); END;
CREATE TRIGGER "Period_locked_update" BEFORE UPDATE ON "Period" WHEN OLD."status" = 'locked' AND (NEW."status" <> 'open'
  OR NEW."id" <> OLD."id" OR NEW."fiscalYear" <> OLD."fiscalYear" OR NEW."month" <> OLD."month" OR NEW."balanceDate" <> OLD."balanceDate"
  OR NEW."controlCount" IS NOT OLD."controlCount" OR NEW."controlSum" IS NOT OLD."controlSum" OR NEW."openedFrom" IS NOT OLD."openedFrom")
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Period_locked_delete" BEFORE DELETE ON "Period" WHEN OLD."status" = 'locked'
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
