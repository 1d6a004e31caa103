-- CreateTable
CREATE TABLE "ReportText" (
    "fiscalYear" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "takenOverFrom" INTEGER,
    "takenOverVersion" INTEGER,
    "writers" TEXT NOT NULL DEFAULT '[]',
    "updatedAt" TEXT NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "updatedByName" TEXT NOT NULL,
    "approvedBy" TEXT,
    "approvedByName" TEXT,
    "approvedAt" TEXT,
    "assigneeId" TEXT,
    "deadline" TEXT,

    PRIMARY KEY ("fiscalYear", "committeeCode", "place")
);

-- CreateTable
CREATE TABLE "ReportTextVersion" (
    "fiscalYear" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "hands" TEXT NOT NULL DEFAULT '[]',

    PRIMARY KEY ("fiscalYear", "committeeCode", "place", "version")
);

-- CreateTable
CREATE TABLE "FigureAcknowledgement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fiscalYear" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fiscalYear" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReportVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fiscalYear" INTEGER NOT NULL,
    "committeeCode" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "periodId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "modelSha256" TEXT NOT NULL,
    "nonce" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "program" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TEXT NOT NULL,
    "publishedBy" TEXT,
    "publishedByName" TEXT,
    "publishedAt" TEXT
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "versionId" INTEGER NOT NULL,
    "edition" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    PRIMARY KEY ("versionId", "edition", "format"),
    CONSTRAINT "ReportFile_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ReportVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReportText_assigneeId_idx" ON "ReportText"("assigneeId");

-- CreateIndex
CREATE INDEX "FigureAcknowledgement_fiscalYear_committeeCode_place_idx" ON "FigureAcknowledgement"("fiscalYear", "committeeCode", "place");

-- CreateIndex
CREATE UNIQUE INDEX "Redaction_fiscalYear_committeeCode_kind_target_key" ON "Redaction"("fiscalYear", "committeeCode", "kind", "target");

-- CreateIndex
CREATE UNIQUE INDEX "ReportVersion_fiscalYear_committeeCode_number_key" ON "ReportVersion"("fiscalYear", "committeeCode", "number");

-- CreateIndex
CREATE INDEX "ReportFile_sha256_idx" ON "ReportFile"("sha256");
