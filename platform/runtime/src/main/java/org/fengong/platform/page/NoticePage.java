package org.fengong.platform.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** A page that says one thing, such as why another is not shown. */
@ApplicationScoped
public class NoticePage {
    private static final PageAssets ASSETS = PageAssets.shared();

    /**
     * @param command what to type, null for nothing
     * @param detail in English, null for nothing
     */
    public record Notice(String text, String command, String detail) {}

    private final Template template;

    NoticePage(@Location("page/notice.html") Template template) {
        this.template = template;
    }

    /** @param key of the heading and the text that stand in the texts of the frame */
    public RestResponse<String> answer(String key, String command, String detail, Language language) {
        var texts = new PageTexts(language, NoticePage.class);
        var heading = texts.of(key + ".heading");
        return new PageFrame(language, ASSETS, heading, heading, false)
                .answer(template, new Notice(texts.of(key + ".text"), command, detail));
    }
}
