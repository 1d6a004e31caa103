-- CreateTable
CREATE TABLE "ImportImage" (
    "importId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL
);
