-- AlterTable
ALTER TABLE "Notice" ADD COLUMN "subjectId" TEXT;
