/** The program of the processes that read what strangers send (run.ts). */
import { jobs } from './jobs';
import { serveJobs } from './serve';

serveJobs(jobs);
