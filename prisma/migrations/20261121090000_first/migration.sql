-- CreateTable
CREATE TABLE "Store" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Committee" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Administration" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Administration_committeeCode_fkey" FOREIGN KEY ("committeeCode") REFERENCES "Committee" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImFunction" (
    "fiscalYear" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("fiscalYear", "code")
);

-- CreateTable
CREATE TABLE "Period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fiscalYear" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "balanceDate" TEXT NOT NULL,
    "controlCount" INTEGER,
    "controlSum" BIGINT
);

-- CreateTable
CREATE TABLE "Account" (
    "periodId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "imFunction" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,

    PRIMARY KEY ("periodId", "number"),
    CONSTRAINT "Account_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Responsibility" (
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "reconciledBy" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "administrationCode" TEXT NOT NULL,
    "separately" BOOLEAN NOT NULL,

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "Responsibility_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reconciliation" (
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

    PRIMARY KEY ("periodId", "accountNumber"),
    CONSTRAINT "Reconciliation_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Account" ("periodId", "number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "category" INTEGER NOT NULL,
    "responsible" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    CONSTRAINT "Finding_periodId_accountNumber_fkey" FOREIGN KEY ("periodId", "accountNumber") REFERENCES "Reconciliation" ("periodId", "accountNumber") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Item" (
    "findingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "postingDate" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("findingId", "position"),
    CONSTRAINT "Item_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanStep" (
    "findingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "activity" TEXT NOT NULL,
    "deadline" TEXT,
    "consequence" TEXT NOT NULL,

    PRIMARY KEY ("findingId", "position"),
    CONSTRAINT "PlanStep_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegisterLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fiscalYear" INTEGER NOT NULL,
    "register" TEXT NOT NULL,
    "committeeCode" TEXT,
    "content" TEXT NOT NULL,
    "imported" TEXT,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "NoneConfirmation" (
    "fiscalYear" INTEGER NOT NULL,
    "register" TEXT NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "confirmedBy" TEXT NOT NULL,
    "confirmedAt" TEXT NOT NULL,

    PRIMARY KEY ("fiscalYear", "register", "committeeCode")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "periodId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "importId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,

    PRIMARY KEY ("importId", "position"),
    CONSTRAINT "ImportFile_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "periodId" TEXT,
    "importId" INTEGER,
    "before" TEXT,
    "after" TEXT
);

-- CreateIndex
CREATE INDEX "Account_number_idx" ON "Account"("number");

-- CreateIndex
CREATE INDEX "Finding_periodId_committeeCode_idx" ON "Finding"("periodId", "committeeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_periodId_accountNumber_committeeCode_key" ON "Finding"("periodId", "accountNumber", "committeeCode");

-- CreateIndex
CREATE INDEX "RegisterLine_fiscalYear_register_idx" ON "RegisterLine"("fiscalYear", "register");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_subjectId_idx" ON "AuditEvent"("subject", "subjectId");

INSERT INTO "Store" ("id", "revision") VALUES (1, 0);

-- The trail is append-only.
CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
