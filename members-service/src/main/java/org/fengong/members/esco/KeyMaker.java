package org.fengong.members.esco;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fengong.members.Keys;

/** Makes keys out of names; each one is taken once. */
public final class KeyMaker {
    private final Set<String> taken;

    public KeyMaker(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The name in small letters and hyphens, without accents; empty when nothing of it can stand in a key. */
    public static String keyOf(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var key = letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return cut(key, Keys.MAX_LENGTH);
    }

    /** A key that nobody has, with a number behind it where the name's own is taken. */
    public String next(String name) {
        var key = keyOf(name).isEmpty() ? "esco" : keyOf(name);
        var free = key;
        for (int number = 2; !taken.add(free); number++) {
            free = cut(key, Keys.MAX_LENGTH - 5) + "-" + number;
        }
        return free;
    }

    private static String cut(String key, int length) {
        return key.length() <= length ? key : key.substring(0, length).replaceAll("-$", "");
    }
}
