package org.fengong.allocation.notify;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fengong.allocation.snapshot.MemberState;

/** Writes e-mails in the language of whoever gets them: English, and Chinese in traditional or simplified characters. */
@ApplicationScoped
class MailTexts {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Where Chinese is written in traditional characters unless the locale names a script. */
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private final Engine engine;

    MailTexts(Engine engine) {
        this.engine = engine;
    }

    /** One e-mail of all that is told. */
    Mail of(MemberState member, List<Notification> notifications) {
        var template = engine.getTemplate("notify/notices-%s.txt".formatted(language(member.locale())));
        var lines = notifications.stream()
                .map(notification -> line(template, member, notification))
                .toList();
        var subject = lines.size() == 1
                ? lines.get(0)
                : template.getFragment("many").data("count", lines.size()).render();
        return Mail.withText(
                member.email(),
                subject,
                template.getFragment("body")
                        .data("name", member.displayName())
                        .data("lines", lines)
                        .render());
    }

    /** Without line breaks, which a title may have and a subject may not. */
    private static String line(Template template, MemberState member, Notification notification) {
        Map<String, String> data = new HashMap<>(notification.data());
        data.computeIfPresent(
                NoticeSubject.RESPOND_BY,
                (key, moment) -> MINUTES.format(Instant.parse(moment).atZone(ZoneId.of(member.timeZone()))));
        return template.getFragment(notification.kind().name())
                .data("n", data)
                .render()
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** @param tag BCP 47, such as zh-Hant-HK; null means English */
    static String language(String tag) {
        var locale = Locale.forLanguageTag(tag == null ? "en" : tag);
        if (!locale.getLanguage().equals("zh")) {
            return "en";
        }
        var traditional = locale.getScript().isEmpty()
                ? TRADITIONAL.contains(locale.getCountry())
                : locale.getScript().equals("Hant");
        return traditional ? "zh-TW" : "zh-CN";
    }
}
