package org.fengong.allocation.webhook;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from those that may lead inside, by IANA's special-purpose registries. */
final class AddressGuard {
    /** All other IPv6 is private, local, multicast, translated (NAT64 64:ff9b::/96) or not assigned. */
    private static final Subnet GLOBAL_UNICAST = Subnet.of("2000::/3");

    private static final List<Subnet> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local; clouds' metadata
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23", // Teredo, which holds any IPv4 address, and other protocols
                    "2001:db8::/32",
                    "2002::/16", // 6to4, which holds any IPv4 address
                    "3fff::/20")
            .map(Subnet::of)
            .toList();

    private AddressGuard() {}

    /** An IPv4-mapped IPv6 address is an {@link Inet4Address} in Java, and judged as such. */
    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address.getAddress()))
                && SPECIAL.stream().noneMatch(subnet -> subnet.contains(address.getAddress()));
    }

    /** @param start the first bits of its addresses, as many as the prefix has */
    private record Subnet(int addressBits, int prefix, BigInteger start) {
        static Subnet of(String cidr) {
            var parts = cidr.split("/");
            var address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
            var prefix = Integer.parseInt(parts[1]);
            return new Subnet(address.length * Byte.SIZE, prefix, firstBits(address, prefix));
        }

        boolean contains(byte[] address) {
            return address.length * Byte.SIZE == addressBits
                    && firstBits(address, prefix).equals(start);
        }

        private static BigInteger firstBits(byte[] address, int count) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - count);
        }
    }
}
