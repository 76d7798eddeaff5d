// What every page does.
import './forms.js';

// Tells the server the browser's time zone, so that pages show local times.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=strict`;
}
