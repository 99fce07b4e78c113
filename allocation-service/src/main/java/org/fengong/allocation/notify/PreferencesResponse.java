package org.fengong.allocation.notify;

import java.util.List;
import java.util.UUID;
import org.fengong.platform.http.Versioned;

/**
 * By which channels a member is told. Everything is in the feed.
 *
 * @param mail of what an e-mail is sent
 */
record PreferencesResponse(UUID memberId, List<NoticeKind> mail, long version) implements Versioned {}
