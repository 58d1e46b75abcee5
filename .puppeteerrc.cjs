// The browser comes from the machine or from @sparticuz/chromium (publish/pdf/browser.ts), never from a download.
module.exports = {skipDownload: true};
