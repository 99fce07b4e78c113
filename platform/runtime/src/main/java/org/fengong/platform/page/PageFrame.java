package org.fengong.platform.page;

import io.quarkus.qute.Template;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What stands around the content of every page, in the template {@code page/frame.html}.
 *
 * @param heading above the content
 * @param signedIn whether there is somebody to sign out
 */
public record PageFrame(Language language, PageAssets assets, String title, String heading, boolean signedIn) {
    /** Of a page for whoever is signed in. */
    public PageFrame(Language language, PageAssets assets, String title, String heading) {
        this(language, assets, title, heading, true);
    }

    public String lang() {
        return language.tag();
    }

    public List<Language.Link> languages() {
        return language.links();
    }

    public String style() {
        return assets.style();
    }

    public String script() {
        return assets.script();
    }

    /** A text of the frame. */
    public String t(String key) {
        return new PageTexts(language, PageFrame.class).of(key);
    }

    /** @param page what the template puts into the frame */
    public RestResponse<String> answer(Template template, Object page) {
        return assets.answer(template.data("frame", this).data("page", page).render(), language);
    }
}
