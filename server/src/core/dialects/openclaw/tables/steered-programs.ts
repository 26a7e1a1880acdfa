/**
 * Programs whose arguments alone decide where data goes: nothing else is needed to send a file away or to write over one. Programs that lead
 * to any other stand in `programs.ts` and are not repeated here. Facts from the programs' own manuals, no logic.
 */

/** They send what their arguments name to wherever their arguments say. */
export const sendingPrograms: readonly string[] = words(`
  aria2c aws az axel bitsadmin curl curlie finger ftp gcloud gsutil http https httpie lftp links lynx mail mailx mc
  msmtp mutt nc ncftp netcat openssl rclone restic rustic s3cmd s5cmd sendmail smbclient ssh-copy-id swaks telnet tftp unison w3m wormhole xh`);

/** They write, move or delete the files their arguments name. */
export const writingPrograms: readonly string[] = words(`
  7z 7za bunzip2 chattr chgrp chmod chown cp cpio dd defaults ditto gunzip gzip install ln mkfifo mv patch rm robocopy setfacl shred tee
  truncate unlink unrar unzip xcopy xz zstd`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
