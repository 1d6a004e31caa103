-- AlterTable
ALTER TABLE "Import" ADD COLUMN "profile" TEXT;
ALTER TABLE "Import" ADD COLUMN "undoneAt" TEXT;
ALTER TABLE "Import" ADD COLUMN "undoneByName" TEXT;
ALTER TABLE "Import" ADD COLUMN "undoneReason" TEXT;

-- AlterTable
ALTER TABLE "Reconciliation" ADD COLUMN "rule" TEXT;

-- CreateTable
CREATE TABLE "Assignment" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "personId" TEXT,
    "deadline" TEXT,

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "Assignment_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChangeSet" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "undoes" INTEGER,
    "undoneBy" INTEGER,
    "ruleId" INTEGER,
    "ruleVersion" INTEGER
);

-- CreateTable
CREATE TABLE "ChangeSetEntry" (
    "changeSetId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "version" INTEGER NOT NULL,

    PRIMARY KEY ("changeSetId", "position"),
    CONSTRAINT "ChangeSetEntry_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "ChangeSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TextTemplate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "field" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Draft" (
    "personId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,

    PRIMARY KEY ("personId", "place")
);

-- CreateTable
CREATE TABLE "PersonSetting" (
    "personId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("personId", "key")
);

-- CreateTable
CREATE TABLE "SecretAddress" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MailSent" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "MappingProfile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AutoRule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "enabledBy" TEXT,
    "enabledByName" TEXT,
    "enabledAt" TEXT,
    "updatedAt" TEXT NOT NULL,
    "removedAt" TEXT
);

-- CreateTable
CREATE TABLE "Documentation" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "date" TEXT NOT NULL,

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "Documentation_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SharingKey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fiscalYear" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SharingPart" (
    "keyId" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "weight" BIGINT NOT NULL,

    PRIMARY KEY ("keyId", "committeeCode"),
    CONSTRAINT "SharingPart_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SharingKey" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SharedAccount" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "keyId" INTEGER NOT NULL,

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "SharedAccount_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SharedAccount_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SharingKey" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE INDEX "ChangeSet_periodId_personId_idx" ON "ChangeSet"("periodId", "personId");

-- CreateIndex
CREATE INDEX "ChangeSet_ruleId_idx" ON "ChangeSet"("ruleId");

-- CreateIndex
CREATE INDEX "SavedView_list_idx" ON "SavedView"("list");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_personId_list_name_key" ON "SavedView"("personId", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "TextTemplate_field_name_key" ON "TextTemplate"("field", "name");

-- CreateIndex
CREATE INDEX "SecretAddress_personId_kind_idx" ON "SecretAddress"("personId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "MappingProfile_name_key" ON "MappingProfile"("name");

-- CreateIndex
CREATE INDEX "MappingProfile_fingerprint_idx" ON "MappingProfile"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "SharingKey_fiscalYear_name_key" ON "SharingKey"("fiscalYear", "name");

-- CreateIndex
CREATE INDEX "SharedAccount_keyId_idx" ON "SharedAccount"("keyId");

-- Nothing in a locked period changes, whatever program asks.
CREATE TRIGGER "Assignment_locked_insert" BEFORE INSERT ON "Assignment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Assignment_locked_update" BEFORE UPDATE ON "Assignment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Assignment_locked_delete" BEFORE DELETE ON "Assignment" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Documentation_locked_insert" BEFORE INSERT ON "Documentation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Documentation_locked_update" BEFORE UPDATE ON "Documentation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "Documentation_locked_delete" BEFORE DELETE ON "Documentation" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "SharedAccount_locked_insert" BEFORE INSERT ON "SharedAccount" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "SharedAccount_locked_update" BEFORE UPDATE ON "SharedAccount" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked') OR EXISTS (SELECT 1 FROM "Period" WHERE "id" = NEW."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
CREATE TRIGGER "SharedAccount_locked_delete" BEFORE DELETE ON "SharedAccount" WHEN EXISTS (SELECT 1 FROM "Period" WHERE "id" = OLD."periodId" AND "status" = 'locked')
BEGIN SELECT RAISE(ABORT, 'the period is locked'); END;
