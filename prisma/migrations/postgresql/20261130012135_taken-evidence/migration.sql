-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "takenFrom" JSONB;
