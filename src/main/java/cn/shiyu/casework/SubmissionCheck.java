package cn.shiyu.casework;

import cn.shiyu.category.Categories;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at a submission as a whole and names every field at fault at once, with the way out. */
@ApplicationScoped
public class SubmissionCheck {

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    /**
     * @param atLeast how exact the place must be: people choose a township, another system may know no more than the city
     * @throws Refusal 422 with one entry a field
     */
    void refuseIfBad(City city, Submission typed, RegionLevel atLeast) {
        List<FieldError> errors = faults(city, typed, atLeast);
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }

    /** All faults, in the order the form asks. */
    public List<FieldError> faults(City city, Submission typed) {
        return faults(city, typed, RegionLevel.TOWNSHIP);
    }

    private List<FieldError> faults(City city, Submission typed, RegionLevel atLeast) {
        List<FieldError> errors = new ArrayList<>();
        kind(city, typed.kind(), errors);
        category(city, typed.category(), errors);
        gather(errors, () -> Words.required("subject", "标题", typed.subject(), Words.SHORT));
        gather(errors, () -> body(typed.body()));
        region(city, typed.region(), atLeast, errors);
        gather(errors, () -> Words.optional("address", "详细地点", typed.address(), 200));
        point(typed.lng(), typed.lat(), errors);
        files(city, typed, errors);
        visibility(typed.visibility(), errors);
        gather(errors, () -> Words.optional("contactName", "联系人姓名", typed.contactName(), 50));
        phone(typed.contactPhone(), errors);
        return errors;
    }

    private static void gather(List<FieldError> errors, Supplier<String> check) {
        try {
            check.get();
        } catch (Refusal refusal) {
            errors.addAll(refusal.errors());
        }
    }

    private static String body(String typed) {
        String text = Words.required("body", "具体情况", typed, Words.LONG);
        if (text.codePointCount(0, text.length()) < 5) {
            throw Refusal.badInput("body", "具体情况太短,请写清什么时间、什么地点、发生了什么,至少 5 个字。");
        }
        return text;
    }

    private static void kind(City city, String typed, List<FieldError> errors) {
        if (CaseOffer.of(city).kind(typed).isEmpty()) {
            errors.add(new FieldError("kind", "请选择诉求类型。"));
        }
    }

    private void category(City city, String typed, List<FieldError> errors) {
        boolean known = typed == null
                || typed.isBlank()
                || categories.of(city).find(typed).filter(found -> categories.of(city).isLeaf(found.code())).isPresent();
        if (!known) {
            errors.add(new FieldError("category", "没有这个事项分类,请重新选择,或选“不清楚,由工作人员判断”。"));
        }
    }

    private void region(City city, String typed, RegionLevel atLeast, List<FieldError> errors) {
        RegionTree tree = regions.of(city);
        if (typed == null || typed.isBlank()) {
            errors.add(new FieldError("region", "请选择事情发生在哪个乡镇(街道)。"));
        } else if (tree.find(typed).isEmpty()) {
            errors.add(new FieldError("region", "所选地点不在" + city.name() + "范围内,请重新选择。"));
        } else if (tree.find(typed).get().level().compareTo(atLeast) < 0) {
            errors.add(new FieldError("region", "请选到乡镇(街道)或村(社区)。"));
        }
    }

    /** Within China's bounding box: a slip of the finger, or a swapped pair, is caught here. */
    private static void point(Double lng, Double lat, List<FieldError> errors) {
        boolean both = lng != null && lat != null;
        boolean none = lng == null && lat == null;
        boolean inside = both && lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
        if (!none && !inside) {
            errors.add(new FieldError("point", "地图上的位置无效,请重新点选,或清除后只写文字地点。"));
        }
    }

    private static void files(City city, Submission typed, List<FieldError> errors) {
        int most = CaseRules.of(city).filesAtMost();
        if (typed.files().size() > most) {
            errors.add(new FieldError("files", "照片和录音最多 " + most + " 个,请删去一些。"));
        }
    }

    private static void visibility(String typed, List<FieldError> errors) {
        if (!"PUBLIC".equals(typed) && !"CONFIDENTIAL".equals(typed)) {
            errors.add(new FieldError("visibility", "请选择是否可以公开。"));
        }
    }

    private static void phone(String typed, List<FieldError> errors) {
        if (typed != null && !typed.isBlank() && !Phones.isValid(typed)) {
            errors.add(new FieldError("contactPhone", "请填写 11 位手机号,或带区号的固定电话,例如 0558-4812345。"));
        }
    }
}
